package io.convoy.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The most even way to spread an amount over brokers within bounds, by filling them like connected vessels: every broker gets
 * the same level unless a bound of its own or of its rack holds it back. Amounts are treated as divisible, so no real placement
 * is better.
 */
record EvenSpread(Roster roster, List<Bound> brokers, List<Bound> racks) {

    private static final int HALVINGS = 80;

    /** The least and the most that one may hold. */
    record Bound(double least, double most) {

        static final Bound NONE = new Bound(0, Double.MAX_VALUE);

        double clamp(double amount) {
            return Math.max(least, Math.min(amount, most));
        }
    }

    /** The share of each broker, by number. */
    double[] of(double total) {
        double[] shares = new double[roster.size()];
        double level = level(total, this::allRacks);
        for (int rack = 0; rack < racks.size(); rack++) {
            List<Integer> members = roster.members(rack);
            double inner = level(amount(rack, level), water -> filled(members, water));
            members.forEach(broker -> shares[broker] = brokers.get(broker).clamp(inner));
        }
        return shares;
    }

    private double allRacks(double level) {
        double sum = 0;
        for (int rack = 0; rack < racks.size(); rack++) {
            sum += amount(rack, level);
        }
        return sum;
    }

    private double amount(int rack, double level) {
        return racks.get(rack).clamp(filled(roster.members(rack), level));
    }

    private double filled(List<Integer> members, double level) {
        double sum = 0;
        for (int broker : members) {
            sum += brokers.get(broker).clamp(level);
        }
        return sum;
    }

    private static double level(double amount, DoubleUnaryOperator filled) {
        double low = 0;
        double high = amount;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (filled.applyAsDouble(middle) < amount) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** As many unbounded ones. */
    static List<Bound> unbounded(int count) {
        return new ArrayList<>(java.util.Collections.nCopies(count, Bound.NONE));
    }
}
