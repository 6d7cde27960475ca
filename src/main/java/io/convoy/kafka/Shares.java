package io.convoy.kafka;

import io.convoy.base.ByteSize;
import io.convoy.kafka.EvenSpread.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What each broker of the destination would hold in the most even target there could be, by number. */
final class Shares {

    private final double[] bytes;
    private final double[] replicas;
    private final double[] leaders;

    Shares(Roster roster, List<Wanted> partitions) {
        bytes = spread(roster, partitions, wanted -> wanted.state().size().bytes(), capacities(roster));
        replicas = spread(roster, partitions, wanted -> 1, EvenSpread.unbounded(roster.size()));
        leaders = leaders(roster, partitions);
    }

    double bytes(int broker) {
        return bytes[broker];
    }

    double replicas(int broker) {
        return replicas[broker];
    }

    double leaders(int broker) {
        return leaders[broker];
    }

    private static double[] spread(
            Roster roster, List<Wanted> partitions, ToDoubleFunction<Wanted> weight, List<Bound> limits) {
        double[] there = new double[roster.size()];
        double total = 0;
        for (Wanted wanted : partitions) {
            int[] kept = roster.numbers(wanted.kept());
            total += weight.applyAsDouble(wanted) * (kept.length + wanted.open());
            for (int broker : wanted.wasThere() ? kept : new int[0]) {
                there[broker] += weight.applyAsDouble(wanted);
            }
        }
        return new EvenSpread(roster, atLeast(there, limits), rackBounds(roster, partitions, weight)).of(total);
    }

    private static double[] leaders(Roster roster, List<Wanted> partitions) {
        double[] there = new double[roster.size()];
        for (Wanted wanted : partitions) {
            if (wanted.wasThere() && wanted.open() == 0) {
                there[roster.numbers(wanted.kept())[0]]++;
            }
        }
        List<Bound> brokers = atLeast(there, EvenSpread.unbounded(roster.size()));
        return new EvenSpread(
                        roster, brokers, EvenSpread.unbounded(roster.racks().size()))
                .of(partitions.size());
    }

    private static List<Bound> rackBounds(Roster roster, List<Wanted> partitions, ToDoubleFunction<Wanted> weight) {
        double[] byFactor = new double[roster.size() + 1];
        partitions.stream()
                .filter(wanted -> wanted.replicationFactor() <= roster.size())
                .forEach(wanted -> byFactor[wanted.replicationFactor()] += weight.applyAsDouble(wanted));
        List<Bound> bounds = new ArrayList<>();
        for (int rack = 0; rack < roster.racks().size(); rack++) {
            double least = 0;
            double most = 0;
            for (int factor = 1; factor < byFactor.length; factor++) {
                RackSpread spread = new RackSpread(roster, factor);
                least += byFactor[factor] * spread.least(rack);
                most += byFactor[factor] * spread.most(rack);
            }
            bounds.add(new Bound(least, most));
        }
        return bounds;
    }

    private static List<Bound> atLeast(double[] there, List<Bound> limits) {
        List<Bound> bounds = new ArrayList<>();
        for (int broker = 0; broker < there.length; broker++) {
            bounds.add(new Bound(there[broker], limits.get(broker).most()));
        }
        return bounds;
    }

    private static List<Bound> capacities(Roster roster) {
        List<Bound> capacities = new ArrayList<>();
        for (int broker = 0; broker < roster.size(); broker++) {
            double most = roster.broker(broker)
                    .capacity()
                    .map(ByteSize::bytes)
                    .map(Long::doubleValue)
                    .orElse(Double.MAX_VALUE);
            capacities.add(new Bound(0, most));
        }
        return capacities;
    }
}
