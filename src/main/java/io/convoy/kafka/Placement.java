package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Who holds what in the target while it is being searched. Partitions are numbered from the largest to the smallest. */
final class Placement {

    private final Roster roster;
    private final List<Wanted> partitions;
    private final int[][] holders;
    private final long[] bytes;
    private final int[] counts;
    private final long[] capacities;
    private final List<NavigableSet<Integer>> movable;

    /** Begins with the replicas that are certain. */
    Placement(Roster roster, List<Wanted> largestFirst) {
        this.roster = roster;
        partitions = List.copyOf(largestFirst);
        holders = new int[partitions.size()][];
        bytes = new long[roster.size()];
        counts = new int[roster.size()];
        capacities = IntStream.range(0, roster.size())
                .mapToLong(broker ->
                        roster.broker(broker).capacity().map(ByteSize::bytes).orElse(Long.MAX_VALUE))
                .toArray();
        movable = IntStream.range(0, roster.size())
                .<NavigableSet<Integer>>mapToObj(ignored -> new TreeSet<>())
                .toList();
        for (int partition = 0; partition < holders.length; partition++) {
            holders[partition] = roster.numbers(partitions.get(partition).kept());
            for (int broker : holders[partition]) {
                count(broker, partition, 1);
            }
        }
    }

    Roster roster() {
        return roster;
    }

    List<Wanted> partitions() {
        return partitions;
    }

    long size(int partition) {
        return partitions.get(partition).state().size().bytes();
    }

    int[] holders(int partition) {
        return holders[partition].clone();
    }

    long bytes(int broker) {
        return bytes[broker];
    }

    int replicas(int broker) {
        return counts[broker];
    }

    /** The partitions of which this broker holds a replica that was chosen here and so may be chosen otherwise. */
    NavigableSet<Integer> movable(int broker) {
        return movable.get(broker);
    }

    boolean holds(int partition, int broker) {
        for (int holder : holders[partition]) {
            if (holder == broker) {
                return true;
            }
        }
        return false;
    }

    int inRack(int partition, int rack) {
        int count = 0;
        for (int holder : holders[partition]) {
            count += roster.rackOf(holder) == rack ? 1 : 0;
        }
        return count;
    }

    /** Whether it would be on as many racks as before. */
    boolean mayMove(int partition, int from, int to) {
        return !holds(partition, to)
                && (roster.rackOf(from) == roster.rackOf(to)
                        || inRack(partition, roster.rackOf(to)) < inRack(partition, roster.rackOf(from)));
    }

    boolean hasRoom(int broker, long more) {
        return more <= 0 || bytes[broker] + more <= capacities[broker];
    }

    void add(int partition, int broker) {
        int seats = holders[partition].length;
        holders[partition] = Arrays.copyOf(holders[partition], seats + 1);
        holders[partition][seats] = broker;
        count(broker, partition, 1);
        movable.get(broker).add(partition);
    }

    void move(int partition, int from, int to) {
        int[] row = holders[partition];
        for (int seat = 0; seat < row.length; seat++) {
            row[seat] = row[seat] == from ? to : row[seat];
        }
        count(from, partition, -1);
        count(to, partition, 1);
        movable.get(from).remove(partition);
        movable.get(to).add(partition);
    }

    /** The brokers of a partition by id, the leader first. */
    List<BrokerId> target(int partition, int leader) {
        List<BrokerId> brokers = new ArrayList<>();
        brokers.add(roster.id(leader));
        Arrays.stream(holders[partition])
                .filter(holder -> holder != leader)
                .mapToObj(roster::id)
                .forEach(brokers::add);
        return brokers;
    }

    private void count(int broker, int partition, int times) {
        bytes[broker] += times * size(partition);
        counts[broker] += times;
    }
}
