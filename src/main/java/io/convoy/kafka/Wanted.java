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

    /** Of all partitions that the request names. */
    static List<Wanted> of(ReassignmentRequest request) {
        Set<BrokerId> destinations = request.sides().destinationIds();
        return request.partitions().stream()
                .map(state -> of(state, request.settled(), destinations))
                .toList();
    }

    private static Wanted of(PartitionState state, Settled settled, Set<BrokerId> destinations) {
        Optional<List<BrokerId>> before = settled.to().of(state.id());
        return before.filter(ignored -> settled.isGood(state.id(), destinations))
                .map(target -> settled(state, target))
                .orElseGet(() -> undecided(state, before.map(List::size), destinations));
    }

    private static Wanted settled(PartitionState state, List<BrokerId> target) {
        return new Wanted(state, target, List.of(), target.size(), true);
    }

    private static Wanted undecided(
            PartitionState state, Optional<Integer> replicationFactor, Set<BrokerId> destinations) {
        List<BrokerId> present = state.replicas().present();
        int factor = replicationFactor.orElse(present.size());
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

    /** Those that are certain to be in the target and have yet to catch up. */
    List<BrokerId> lagging() {
        return kept.stream()
                .filter(broker -> !state.replicas().inSync().contains(broker))
                .toList();
    }

    /** Whether the broker that leads now is certain to be in the target. */
    boolean keepsItsLeader() {
        return state.replicas().leader().filter(kept::contains).isPresent();
    }
}
