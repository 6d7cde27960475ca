package io.convoy.kafka;

import java.util.List;
import java.util.Optional;

/**
 * Fills the open seats, largest partition first.
 *
 * <ol>
 *   <li>Only brokers in the racks that hold the fewest replicas of the partition come into question.
 *   <li>Of those the one that brings all brokers nearest to their even shares, where one that has more of the topic counts as a
 *       little fuller than it is.
 *   <li>One in the rack that stands for the replaced broker's rack, where it is nearly as good.
 * </ol>
 */
final class FirstPlacement {

    // So much fuller a broker in the paired rack may be; more would unbalance what the search must then repair.
    private static final double NEARLY = 0.01;
    // For each replica of the same topic a broker counts as fuller by so much of its share.
    private static final double SAME_TOPIC = 0.005;

    private final Placement placement;
    private final Fitness fitness;
    private final RackPairing pairing;
    private final TopicSpread topics;

    FirstPlacement(Placement placement, Fitness fitness, RackPairing pairing) {
        this.placement = placement;
        this.fitness = fitness;
        this.pairing = pairing;
        topics = new TopicSpread(placement.partitions(), placement.roster().size());
    }

    void fill() {
        int partitions = placement.partitions().size();
        for (int partition = 0; partition < partitions; partition++) {
            for (int broker : placement.holders(partition)) {
                topics.add(partition, broker);
            }
        }
        for (int partition = 0; partition < partitions; partition++) {
            fill(partition);
        }
    }

    private void fill(int partition) {
        Wanted wanted = placement.partitions().get(partition);
        for (int seat = 0; seat < wanted.open(); seat++) {
            int broker = choose(partition, pairedRack(wanted.replaced(), seat));
            placement.add(partition, broker);
            topics.add(partition, broker);
        }
    }

    private Optional<Integer> pairedRack(List<BrokerId> replaced, int seat) {
        return seat < replaced.size() ? pairing.of(replaced.get(seat)) : Optional.empty();
    }

    private int choose(int partition, Optional<Integer> paired) {
        boolean[] fewest = racksWithFewest(partition);
        Choice best = new Choice(partition);
        Choice inPair = new Choice(partition);
        for (int rack = 0; rack < fewest.length; rack++) {
            if (fewest[rack]) {
                Choice inRack = inRack(partition, rack);
                best.offer(inRack.broker, inRack.cost);
                inPair = paired.equals(Optional.of(rack)) ? inRack : inPair;
            }
        }
        return inPair.isNearlyAsGoodAs(best) ? inPair.broker : best.broker;
    }

    private Choice inRack(int partition, int rack) {
        Choice best = new Choice(partition);
        for (int broker : placement.roster().members(rack)) {
            if (!placement.holds(partition, broker)) {
                best.offer(broker, best.price(broker));
            }
        }
        return best;
    }

    private boolean[] racksWithFewest(int partition) {
        int racks = placement.roster().racks().size();
        int[] use = new int[racks];
        int fewest = Integer.MAX_VALUE;
        for (int rack = 0; rack < racks; rack++) {
            use[rack] = placement.inRack(partition, rack);
            boolean full = use[rack] == placement.roster().members(rack).size();
            fewest = full ? fewest : Math.min(fewest, use[rack]);
        }
        boolean[] chosen = new boolean[racks];
        for (int rack = 0; rack < racks; rack++) {
            chosen[rack] = use[rack] == fewest;
        }
        return chosen;
    }

    /** The best broker so far. */
    private final class Choice {
        private final int partition;
        private final long size;
        private int broker = -1;
        private double cost = Double.POSITIVE_INFINITY;

        Choice(int partition) {
            this.partition = partition;
            size = placement.size(partition);
        }

        void offer(int other, double price) {
            if (price < cost || (price == cost && scattered(other) < scattered(broker))) {
                broker = other;
                cost = price;
            }
        }

        double price(int other) {
            return placement.hasRoom(other, size)
                    ? fitness.growth(other, size, 1)
                            + SAME_TOPIC * topics.of(partition, other) * fitness.weight(other, size, 1)
                    : Double.MAX_VALUE;
        }

        boolean isNearlyAsGoodAs(Choice best) {
            return broker >= 0 && cost <= best.cost + NEARLY * fitness.weight(best.broker, size, 1);
        }

        // Else brokers of equal load would always share the same partitions, and inherit all of each other's leaders.
        private int scattered(int number) {
            int mixed = (partition * 31 + number) * 0x9E3779B9;
            return (mixed ^ (mixed >>> 15)) & Integer.MAX_VALUE;
        }
    }
}
