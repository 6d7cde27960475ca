package io.convoy.kafka;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The replicas of one partition as the cluster lists them.
 *
 * @param assigned all of them in the order of preference, those that are being added or removed included
 * @param leader none while the partition is offline
 * @param inSync the in-sync set
 * @param adding those that a running reassignment adds
 * @param removing those that a running reassignment will remove
 */
record Replicas(
        List<BrokerId> assigned,
        Optional<BrokerId> leader,
        Set<BrokerId> inSync,
        Set<BrokerId> adding,
        Set<BrokerId> removing) {

    Replicas {
        assigned = List.copyOf(assigned);
        inSync = Set.copyOf(inSync);
        adding = Set.copyOf(adding);
        removing = Set.copyOf(removing);
        if (assigned.isEmpty() || new HashSet<>(assigned).size() != assigned.size()) {
            throw new IllegalArgumentException("Replicas are at least one broker, each once: " + assigned);
        }
    }

    /** Replicas of which nothing is being reassigned. */
    static Replicas atRest(List<BrokerId> assigned, Optional<BrokerId> leader, Set<BrokerId> inSync) {
        return new Replicas(assigned, leader, inSync, Set.of(), Set.of());
    }

    boolean isBeingReassigned() {
        return !adding.isEmpty() || !removing.isEmpty();
    }

    /** Whether a reassignment to these very brokers runs, in whichever order. */
    boolean isMovingTo(Collection<BrokerId> brokers) {
        Set<BrokerId> wanted = new HashSet<>(assigned);
        wanted.removeAll(removing);
        return isBeingReassigned() && wanted.equals(Set.copyOf(brokers));
    }

    /** Those that are there for good or until they are removed: all but the ones being added. */
    List<BrokerId> present() {
        return adding.isEmpty()
                ? assigned
                : assigned.stream().filter(broker -> !adding.contains(broker)).toList();
    }

    boolean isLedBy(BrokerId broker) {
        return leader.equals(Optional.of(broker));
    }
}
