package io.convoy.kafka;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whom to throttle while a batch copies: the leaders that send and the replicas that are new, partition by partition, and never
 * {@code *}, so that no other replication slows down. What the brokers of the destination copy from each other is not in it.
 *
 * @param leaders entries of {@code leader.replication.throttled.replicas} by topic
 * @param followers entries of {@code follower.replication.throttled.replicas} by topic
 */
record ThrottleLists(Map<String, List<String>> leaders, Map<String, List<String>> followers) {

    static final String LEADERS = "leader.replication.throttled.replicas";
    static final String FOLLOWERS = "follower.replication.throttled.replicas";

    ThrottleLists {
        leaders = Map.copyOf(leaders);
        followers = Map.copyOf(followers);
    }

    /** @param partitions as they were seen before the batch, at least those of the batch */
    static ThrottleLists of(Move.Add batch, List<PartitionState> partitions) {
        Map<String, TreeSet<Entry>> leaders = new TreeMap<>();
        Map<String, TreeSet<Entry>> followers = new TreeMap<>();
        for (PartitionState state : partitions) {
            List<BrokerId> copying = copying(state, batch);
            if (!copying.isEmpty()) {
                state.replicas().leader().ifPresent(leader -> add(leaders, state.id(), leader));
                copying.forEach(follower -> add(followers, state.id(), follower));
            }
        }
        return new ThrottleLists(written(leaders), written(followers));
    }

    /** Whether nothing is copied. */
    boolean isEmpty() {
        return followers.isEmpty();
    }

    private static List<BrokerId> copying(PartitionState state, Move.Add batch) {
        List<BrokerId> present = state.replicas().present();
        return batch.replicas().of(state.id()).orElse(List.of()).stream()
                .filter(broker -> !present.contains(broker))
                .toList();
    }

    private static void add(Map<String, TreeSet<Entry>> lists, PartitionId partition, BrokerId broker) {
        lists.computeIfAbsent(partition.topic(), ignored -> new TreeSet<>())
                .add(new Entry(partition.partition(), broker));
    }

    private static Map<String, List<String>> written(Map<String, TreeSet<Entry>> lists) {
        Map<String, List<String>> written = new TreeMap<>();
        lists.forEach((topic, entries) ->
                written.put(topic, entries.stream().map(Entry::toString).toList()));
        return written;
    }

    private record Entry(int partition, BrokerId broker) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            return partition != other.partition
                    ? Integer.compare(partition, other.partition)
                    : broker.compareTo(other.broker);
        }

        @Override
        public String toString() {
            return partition + ":" + broker;
        }
    }
}
