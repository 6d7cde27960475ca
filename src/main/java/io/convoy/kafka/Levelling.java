package io.convoy.kafka;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Improves a full placement until no exchange between two brokers makes it better.
 *
 * <ol>
 *   <li>Takes the broker that is farthest from its even share.
 *   <li>Tries the brokers that are farthest on the other side of theirs, and makes the first exchange that is a gain.
 *   <li>A broker that gains from nobody rests until it takes part in another's exchange, or until all others rest too.
 * </ol>
 *
 * <p>Every exchange lowers the sum of squares of {@link Fitness}, so it ends.
 */
final class Levelling {

    // A quarter of what is promised.
    private static final double GOOD_ENOUGH = 0.005;
    private static final int MOST_PARTNERS = 16;
    private static final int STEPS_PER_BROKER = 60;

    private final Placement placement;
    private final Fitness fitness;
    private final Set<Integer> resting = new HashSet<>();
    private boolean changed;

    Levelling(Placement placement, Fitness fitness) {
        this.placement = placement;
        this.fitness = fitness;
    }

    void run() {
        int steps = STEPS_PER_BROKER * placement.roster().size();
        changed = true;
        while (changed && steps > 0) {
            changed = false;
            resting.clear();
            steps = round(steps);
        }
    }

    /** Goes on until every broker is near its share or rests. */
    private int round(int steps) {
        int left = steps;
        Optional<Integer> farthest = farthest();
        while (farthest.isPresent() && left > 0) {
            int broker = farthest.get();
            exchange(broker).ifPresentOrElse(this::make, () -> resting.add(broker));
            farthest = farthest();
            left--;
        }
        return left;
    }

    private void make(Exchange exchange) {
        exchange.apply(placement);
        resting.remove(exchange.from());
        resting.remove(exchange.to());
        changed = true;
    }

    private Optional<Integer> farthest() {
        return brokers()
                .filter(broker -> !resting.contains(broker) && fitness.distance(broker) > GOOD_ENOUGH)
                .max(Comparator.comparingDouble(fitness::distance));
    }

    private Optional<Exchange> exchange(int broker) {
        ToDoubleFunction<Integer> above = fitness.isAboutBytes(broker) ? fitness::bytesAbove : fitness::replicasAbove;
        boolean over = above.applyAsDouble(broker) > 0;
        Comparator<Integer> lowestFirst = Comparator.comparingDouble(above);
        List<Integer> partners = brokers()
                .filter(other -> other != broker)
                .sorted(over ? lowestFirst : lowestFirst.reversed())
                .limit(MOST_PARTNERS)
                .toList();
        return partners.stream()
                .map(other -> over
                        ? ExchangeSearch.best(placement, fitness, broker, other)
                        : ExchangeSearch.best(placement, fitness, other, broker))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private java.util.stream.Stream<Integer> brokers() {
        return IntStream.range(0, placement.roster().size()).boxed();
    }
}
