package io.convoy.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A wave of the program's document.
 *
 * @param clusters that it names, in their order
 * @param inOrder whether its clusters are considered as it names them
 */
record WaveThen(
        String name,
        Set<String> clusters,
        Optional<SelectorThen> select,
        boolean inOrder,
        List<String> after,
        Optional<Instant> notBefore,
        int pilots,
        Duration soak,
        Duration clusterSoak) {

    WaveThen {
        clusters = Collections.unmodifiableSet(new LinkedHashSet<>(clusters));
        after = List.copyOf(after);
    }

    boolean selects(SubjectThen subject) {
        return select.filter(selector -> selector.admits(subject)).isPresent();
    }
}
