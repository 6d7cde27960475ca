package io.convoy.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;

/** What an assignment means for a cluster, whoever made it. */
record Proposal(BenchmarkCluster cluster, Assignment assignment) {

    /** Bytes of the replicas that are not where the assignment wants them. */
    long copied() {
        return cluster.partitions().stream()
                .mapToLong(state -> state.size().bytes() * missing(state))
                .sum();
    }

    /** Bytes of those that brokers outside the destination would send, if each replica is copied from the leader of now. */
    long copiedFromLeadersAcross() {
        Set<BrokerId> destinations = cluster.sides().destinationIds();
        return cluster.partitions().stream()
                .filter(state ->
                        !destinations.contains(state.replicas().leader().orElseThrow()))
                .mapToLong(state -> state.size().bytes() * missing(state))
                .sum();
    }

    /** What any assignment must copy: each replica that the destination lacks, once. */
    long least() {
        Set<BrokerId> destinations = cluster.sides().destinationIds();
        return cluster.partitions().stream()
                .mapToLong(state -> state.size().bytes()
                        * state.replicas().present().stream()
                                .filter(broker -> !destinations.contains(broker))
                                .count())
                .sum();
    }

    /** Of all partitions, those whose replicas are each in a rack of its own. */
    double percentInDistinctRacks() {
        Map<BrokerId, Broker> brokers = cluster.sides().all();
        long distinct = cluster.partitions().stream()
                .map(this::target)
                .filter(target -> racks(target, brokers) == target.size())
                .count();
        return 100.0 * distinct / cluster.partitions().size();
    }

    private static long racks(List<BrokerId> target, Map<BrokerId, Broker> brokers) {
        return target.stream()
                .flatMap(id -> Optional.ofNullable(brokers.get(id)).flatMap(Broker::rack).stream())
                .distinct()
                .count();
    }

    double bytesOff() {
        return farthestFromMean((state, place) -> state.size().bytes());
    }

    double replicasOff() {
        return farthestFromMean((state, place) -> 1);
    }

    double leadersOff() {
        return farthestFromMean((state, place) -> place == 0 ? 1 : 0);
    }

    /** In percent of the mean, over the destination's brokers. */
    private double farthestFromMean(ToDoubleBiFunction<PartitionState, Integer> weight) {
        Map<BrokerId, Double> loads =
                cluster.sides().destinationIds().stream().collect(Collectors.toMap(broker -> broker, broker -> 0.0));
        for (PartitionState state : cluster.partitions()) {
            List<BrokerId> target = target(state);
            for (int place = 0; place < target.size(); place++) {
                loads.merge(target.get(place), weight.applyAsDouble(state, place), Double::sum);
            }
        }
        double mean =
                loads.values().stream().mapToDouble(load -> load).average().orElseThrow();
        return loads.values().stream()
                .mapToDouble(load -> 100 * Math.abs(load - mean) / mean)
                .max()
                .orElseThrow();
    }

    private long missing(PartitionState state) {
        Set<BrokerId> present = new HashSet<>(state.replicas().present());
        return target(state).stream()
                .filter(broker -> !present.contains(broker))
                .count();
    }

    private List<BrokerId> target(PartitionState state) {
        return assignment.of(state.id()).orElseThrow();
    }
}
