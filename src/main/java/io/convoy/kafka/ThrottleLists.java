package io.convoy.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whom to throttle while a batch copies: the leaders that send and the replicas that are new, partition by partition, and never
 * {@code *}, so that no other replication slows down. What the brokers of the destination copy from each other is not in it.
 *
 * @param leaders entries of {@link ThrottleSetting#SENDING} by topic
 * @param followers entries of {@link ThrottleSetting#RECEIVING} by topic
 * @param rates the rates of the brokers that send and receive
 */
record ThrottleLists(
        Map<String, List<String>> leaders, Map<String, List<String>> followers, Set<ThrottleSetting> rates) {

    ThrottleLists {
        leaders = Map.copyOf(leaders);
        followers = Map.copyOf(followers);
        rates = Set.copyOf(rates);
    }

    /**
     * @param batch what is being reassigned, or about to be
     * @param partitions as they are seen, at least those of the batch
     */
    static ThrottleLists of(Assignment batch, Collection<PartitionState> partitions) {
        Map<String, TreeSet<Entry>> leaders = new TreeMap<>();
        Map<String, TreeSet<Entry>> followers = new TreeMap<>();
        Set<ThrottleSetting> rates = new TreeSet<>();
        for (PartitionState state : partitions) {
            List<BrokerId> copying = copying(state, batch);
            if (!copying.isEmpty()) {
                state.replicas().leader().ifPresent(leader -> {
                    add(leaders, state.id(), leader);
                    rates.add(ThrottleSetting.ofBroker(leader, ThrottleSetting.SENDING_RATE));
                });
                copying.forEach(follower -> {
                    add(followers, state.id(), follower);
                    rates.add(ThrottleSetting.ofBroker(follower, ThrottleSetting.RECEIVING_RATE));
                });
            }
        }
        return new ThrottleLists(written(leaders), written(followers), rates);
    }

    /** Whether nothing is copied. */
    boolean isEmpty() {
        return followers.isEmpty();
    }

    /** By the setting that they belong to. */
    Map<ThrottleSetting, List<String>> entries() {
        Map<ThrottleSetting, List<String>> entries = new TreeMap<>();
        leaders.forEach((topic, list) -> entries.put(ThrottleSetting.ofTopic(topic, ThrottleSetting.SENDING), list));
        followers.forEach(
                (topic, list) -> entries.put(ThrottleSetting.ofTopic(topic, ThrottleSetting.RECEIVING), list));
        return entries;
    }

    /** Everything that it is about. */
    Set<ThrottleSetting> settings() {
        Set<ThrottleSetting> all = new TreeSet<>(rates);
        all.addAll(entries().keySet());
        return all;
    }

    private static List<BrokerId> copying(PartitionState state, Assignment batch) {
        List<BrokerId> present = state.replicas().present();
        return batch.of(state.id()).orElse(List.of()).stream()
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
