package io.convoy.kafka;

import java.util.List;
import java.util.Optional;

/**
 * A ZooKeeper ensemble as it was seen.
 *
 * @param states of those of its servers that the inventory names
 */
record EnsembleView(EnsembleConfig config, List<ServerState> states) {

    EnsembleView {
        states = List.copyOf(states);
    }

    Optional<String> version() {
        return states.stream().flatMap(state -> state.version().stream()).findFirst();
    }

    /** Servers that have no vote at this moment, for whatever reason. */
    List<ServerState> ill() {
        return states.stream().filter(state -> !state.votes()).toList();
    }
}
