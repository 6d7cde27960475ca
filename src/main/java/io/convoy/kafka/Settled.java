package io.convoy.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an earlier planning has decided, so that a later one goes on with it instead of deciding anew.
 *
 * @param from where each partition was before the move
 * @param to where it shall be after it
 */
record Settled(Assignment from, Assignment to) {

    static final Settled NOTHING = new Settled(Assignment.NONE, Assignment.NONE);

    /** The same decision for the way back. */
    Settled reversed() {
        return new Settled(to, from);
    }

    /** Whether the target is still one: each of its brokers is in the destination, or was never to be left. */
    boolean isGood(PartitionId partition, Set<BrokerId> destinations) {
        List<BrokerId> before = from.of(partition).orElse(List.of());
        return to.of(partition).orElse(List.of()).stream()
                .allMatch(broker -> destinations.contains(broker) || before.contains(broker));
    }

    /** Whether a running reassignment of this partition is a part of this decision, on the way there or back. */
    boolean explains(PartitionState partition) {
        Set<BrokerId> before = new HashSet<>(from.of(partition.id()).orElse(List.of()));
        Set<BrokerId> after = new HashSet<>(to.of(partition.id()).orElse(List.of()));
        Set<BrokerId> wanted = new HashSet<>(partition.replicas().assigned());
        wanted.removeAll(partition.replicas().removing());
        Set<BrokerId> strangers = new HashSet<>(partition.replicas().assigned());
        strangers.removeAll(before);
        strangers.removeAll(after);
        return strangers.isEmpty() && (wanted.containsAll(before) || wanted.containsAll(after));
    }
}
