package io.convoy.history;

import java.util.Optional;

/** Clusters that move only after others have. */
record DependencyThen(SelectorThen clusters, SelectorThen after, Optional<String> sharing) {

    boolean binds(SubjectThen waiting, SubjectThen first) {
        return !waiting.name().equals(first.name())
                && clusters.admits(waiting)
                && after.admits(first)
                && (sharing.isEmpty() || waiting.shares(sharing.get(), first));
    }
}
