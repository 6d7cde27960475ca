package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes clusters of all shapes that can be planned, each from its number. */
final class RandomKafka {

    private final Random random;
    private final boolean racks;
    private final Sides sides;

    private RandomKafka(long seed) {
        random = new Random(seed);
        racks = random.nextInt(4) > 0;
        sides = new Sides(brokers(1, 'a'), brokers(101, random.nextBoolean() ? 'a' : 'p'));
    }

    /** All replicas are at the source and in sync. */
    static ReassignmentRequest fresh(long seed) {
        RandomKafka maker = new RandomKafka(seed);
        return maker.request(maker.topics(false));
    }

    /** Some replicas are in the destination already, some lag. */
    static ReassignmentRequest messy(long seed) {
        RandomKafka maker = new RandomKafka(seed);
        return maker.request(maker.topics(true));
    }

    private ReassignmentRequest request(List<PartitionState> partitions) {
        Collections.shuffle(partitions, random);
        ReassignmentOptions options =
                new ReassignmentOptions(pick(Crossing.values()), 1 + random.nextInt(4), pick(BatchOrder.values()));
        return new ReassignmentRequest(partitions, sides, Settled.NOTHING, options);
    }

    private List<Broker> brokers(int firstId, char firstRack) {
        List<Broker> brokers = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int rack = 0; rack < count; rack++) {
            int members = 1 + random.nextInt(3);
            for (int i = 0; i < members; i++) {
                String name = String.valueOf((char) (firstRack + rack));
                brokers.add(new Broker(
                        new BrokerId(firstId + brokers.size()),
                        racks ? Optional.of(name) : Optional.empty(),
                        Optional.empty()));
            }
        }
        return brokers;
    }

    private List<PartitionState> topics(boolean messy) {
        List<PartitionState> partitions = new ArrayList<>();
        int topics = 1 + random.nextInt(6);
        for (int topic = 0; topic < topics; topic++) {
            String name = topic == 5 ? "__consumer_offsets" : "topic" + topic;
            int factor = 1 + random.nextInt(mostReplicas());
            int minInSync = 1 + random.nextInt(factor + 1);
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                partitions.add(partition(new PartitionId(name, i), factor, minInSync, messy));
            }
        }
        return partitions;
    }

    private int mostReplicas() {
        int fewest = Math.min(sides.sources().size(), sides.destinations().size());
        boolean fewerRacks = racks(sides.sources()) > racks(sides.destinations());
        return Math.min(4, fewerRacks ? Math.min(fewest, racks(sides.destinations())) : fewest);
    }

    private PartitionState partition(PartitionId id, int factor, int minInSync, boolean messy) {
        // A partition in racks of both sides must not be in more than the destination has.
        Set<BrokerId> chosen = new LinkedHashSet<>();
        while (chosen.size() < factor) {
            boolean there = messy && factor <= racks(sides.destinations()) && random.nextInt(6) == 0;
            chosen.add(pick((there ? sides.destinations() : sides.sources()).toArray(Broker[]::new))
                    .id());
        }
        List<BrokerId> replicas = new ArrayList<>(chosen);
        Set<BrokerId> inSync = new HashSet<>(replicas);
        BrokerId lagging = pick(replicas.toArray(BrokerId[]::new));
        if (messy && lagging.value() < 100 && factor > Math.max(1, minInSync)) {
            inSync.remove(lagging);
        }
        Optional<BrokerId> leader = replicas.stream().filter(inSync::contains).findFirst();
        ByteSize size = new ByteSize((long) Math.exp(random.nextGaussian() * 2 + 10));
        return new PartitionState(id, Replicas.atRest(replicas, leader, inSync), size, minInSync);
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static int racks(List<Broker> brokers) {
        return (int) brokers.stream().map(Broker::rack).distinct().count();
    }
}
