package io.convoy.kafka;

import io.convoy.base.ByteSize;
import io.convoy.kafka.Balance.Load;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Sums up how even a finished placement is, and says of what is not even why it is not. */
final class Balancing {

    private final Placement placement;
    private final Shares shares;
    private final int[] leaders;

    private Balancing(Placement placement, Shares shares, int[] leaders) {
        this.placement = placement;
        this.shares = shares;
        this.leaders = new int[placement.roster().size()];
        Arrays.stream(leaders).filter(leader -> leader >= 0).forEach(leader -> this.leaders[leader]++);
    }

    /** @param leaders the number of each partition's leader, negative where it is not in the destination */
    static Balance of(Placement placement, Shares shares, int[] leaders) {
        return new Balancing(placement, shares, leaders).balance();
    }

    private Balance balance() {
        int worst = worst(this::bytesOff);
        return new Balance(
                brokers().mapToObj(this::load).toList(),
                Deviation.of(percent(this::bytesOff), whyBytes(worst)),
                Deviation.of(percent(this::replicasOff), whyCounts("replicas", worst(this::replicasOff))),
                Deviation.of(percent(this::leadersOff), whyCounts("leaders", worst(this::leadersOff))));
    }

    private Load load(int broker) {
        return new Load(
                placement.roster().id(broker),
                new ByteSize(placement.bytes(broker)),
                placement.replicas(broker),
                leaders[broker]);
    }

    private double bytesOff(int broker) {
        return Math.abs(placement.bytes(broker) - shares.bytes(broker)) / Math.max(1, shares.bytes(broker));
    }

    private double replicasOff(int broker) {
        return countOff(placement.replicas(broker), shares.replicas(broker));
    }

    private double leadersOff(int broker) {
        return countOff(leaders[broker], shares.leaders(broker));
    }

    // A share of 3.33 is best met by 3 or 4.
    private static double countOff(int count, double share) {
        double off = Math.abs(count - share);
        return off < 1 ? 0 : off / Math.max(1, share);
    }

    private String whyBytes(int broker) {
        String here = "Broker " + placement.roster().id(broker) + " will hold " + new ByteSize(placement.bytes(broker))
                + ", an even share is " + new ByteSize(Math.round(shares.bytes(broker))) + ": ";
        return here + largest().map(largest -> tooLarge(largest, broker)).orElse("there are no partitions");
    }

    private String tooLarge(PartitionState largest, int broker) {
        double off = Math.abs(placement.bytes(broker) - shares.bytes(broker));
        if (isSettled(broker)) {
            return "what it holds was decided before";
        }
        if (largest.size().bytes() > shares.bytes(broker)) {
            return "partition " + largest.id() + " alone has " + largest.size();
        }
        if (off <= largest.size().bytes()) {
            return "the partitions are too large for a more even division, " + largest.id() + " has " + largest.size();
        }
        return "no exchange brings bytes, replicas and racks nearer to their best at the same time";
    }

    private String whyCounts(String what, int broker) {
        return "Broker " + placement.roster().id(broker) + " will have more or fewer " + what + " than an even share: "
                + (isSettled(broker)
                        ? "what it holds was decided before"
                        : "sizes, racks or replicas that are already there do not allow it");
    }

    /** Whether nothing that it holds was chosen in this planning. */
    private boolean isSettled(int broker) {
        return placement.movable(broker).isEmpty() && placement.replicas(broker) > 0;
    }

    private Optional<PartitionState> largest() {
        return placement.partitions().stream().map(Wanted::state).findFirst();
    }

    private double percent(IntToDoubleFunction off) {
        return 100 * off.applyAsDouble(worst(off));
    }

    private int worst(IntToDoubleFunction off) {
        return brokers()
                .boxed()
                .max(Comparator.comparingDouble(off::applyAsDouble))
                .orElseThrow();
    }

    private IntStream brokers() {
        return IntStream.range(0, placement.roster().size());
    }
}
