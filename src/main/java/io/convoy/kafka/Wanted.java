package io.convoy.kafka;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One partition, and what is known of its target before any broker is chosen.
 *
 * @param kept brokers that are certain to be in the target, in the target's order
 * @param replaced source brokers whose seats must be filled, in the order of preference
 * @param replicationFactor how many replicas the target has
 * @param settled whether an earlier plan has decided the whole target
 */
record Wanted(
        PartitionState state, List<BrokerId> kept, List<BrokerId> replaced, int replicationFactor, boolean settled) {

    Wanted {
        kept = List.copyOf(kept);
        replaced = List.copyOf(replaced);
    }

    static Wanted of(PartitionState state, ReassignmentRequest request) {
        Optional<List<BrokerId>> before = request.settled().to().of(state.id());
        Set<BrokerId> known = request.sides().all().keySet();
        if (before.isPresent() && known.containsAll(before.get())) {
            return new Wanted(state, before.get(), List.of(), before.get().size(), true);
        }
        List<BrokerId> present = state.replicas().present();
        int factor = before.map(List::size).orElse(present.size());
        Set<BrokerId> destinations = request.sides().destinationIds();
        List<BrokerId> kept =
                present.stream().filter(destinations::contains).limit(factor).toList();
        List<BrokerId> replaced = present.stream()
                .filter(broker -> !destinations.contains(broker))
                .limit(factor - kept.size())
                .toList();
        return new Wanted(state, kept, replaced, factor, false);
    }

    /** How many brokers are still to be chosen. */
    int open() {
        return replicationFactor - kept.size();
    }

    /** Whether its replicas in the destination were there before anything was planned. */
    boolean wasThere() {
        return !settled && !kept.isEmpty();
    }

    /** Those that can lead without a copy over the link; where there are none, anyone of the target may be the first. */
    List<BrokerId> ableToLead() {
        return kept.stream().filter(state.replicas().inSync()::contains).toList();
    }
}
