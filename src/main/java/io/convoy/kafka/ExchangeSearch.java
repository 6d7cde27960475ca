package io.convoy.kafka;

import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the exchange that levels two brokers best: one that holds too much and one that holds too little. */
final class ExchangeSearch {

    private static final double LEAST_GAIN = 1e-12;
    // Of a broker with thousands of replicas some hundred, evenly picked, have one of nearly every size.
    private static final int MOST_TRIED = 150;
    private static final int NEIGHBOURS = 3;

    private final Placement placement;
    private final Fitness fitness;
    private final int over;
    private final int under;
    private Optional<Exchange> best = Optional.empty();

    private ExchangeSearch(Placement placement, Fitness fitness, int over, int under) {
        this.placement = placement;
        this.fitness = fitness;
        this.over = over;
        this.under = under;
    }

    /** The best exchange that is better than none. */
    static Optional<Exchange> best(Placement placement, Fitness fitness, int over, int under) {
        ExchangeSearch search = new ExchangeSearch(placement, fitness, over, under);
        search.run();
        return search.best;
    }

    private void run() {
        double levelling = fitness.levelling(over, under);
        NavigableSet<Integer> given = placement.movable(over);
        int step = given.size() / MOST_TRIED + 1;
        int index = 0;
        for (int partition : given) {
            if (index++ % step == 0 && placement.mayMove(partition, over, under)) {
                consider(partition, Exchange.NOTHING);
                considerPartners(partition, numberOfSize(placement.size(partition) - levelling));
            }
        }
    }

    private void considerPartners(int partition, int ideal) {
        NavigableSet<Integer> candidates = placement.movable(under);
        Integer smaller = candidates.ceiling(ideal);
        Integer larger = candidates.lower(ideal);
        for (int i = 0; i < NEIGHBOURS; i++) {
            smaller = considered(partition, smaller) ? candidates.higher(smaller) : null;
            larger = considered(partition, larger) ? candidates.lower(larger) : null;
        }
    }

    private boolean considered(int partition, @Nullable Integer back) {
        if (back == null) {
            return false;
        }
        if (placement.mayMove(back, under, over)) {
            consider(partition, back);
        }
        return true;
    }

    private void consider(int partition, int back) {
        long bytes = placement.size(partition) - (back == Exchange.NOTHING ? 0 : placement.size(back));
        int replicas = back == Exchange.NOTHING ? 1 : 0;
        double gain = -fitness.growth(over, -bytes, -replicas) - fitness.growth(under, bytes, replicas);
        boolean fits = placement.hasRoom(under, bytes) && placement.hasRoom(over, -bytes);
        if (fits && gain > best.map(Exchange::gain).orElse(LEAST_GAIN)) {
            best = Optional.of(new Exchange(over, under, partition, back, gain));
        }
    }

    /** The first partition, from the largest down, that is not above this size. */
    private int numberOfSize(double size) {
        int low = 0;
        int high = placement.partitions().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placement.size(middle) > size) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
