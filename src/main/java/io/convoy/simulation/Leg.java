package io.convoy.simulation;

import java.time.Duration;

/**
 * One step of a simulated run.
 *
 * @param expected what it takes in the median
 * @param spread what it takes nine times out of ten, as a multiple of that; 1 where it always takes the same
 * @param interruptible whether the cluster is well off when Convoy leaves it alone in the midst of it
 * @param passesReturn whether there is no way back from it
 */
public record Leg(String step, Duration expected, double spread, boolean interruptible, boolean passesReturn) {

    /** A way back takes half as long as the way there. */
    private static final int WAY_BACK = 2;

    public Leg {
        if (expected.isNegative() || !(spread >= 1)) {
            throw new IllegalArgumentException(
                    "Step " + step + " takes no less than nothing, and its spread is 1 or more");
        }
    }

    public static Leg interruptible(String step, Duration expected, double spread) {
        return new Leg(step, expected, spread, true, false);
    }

    public static Leg atomic(String step, Duration expected, double spread) {
        return new Leg(step, expected, spread, false, false);
    }

    public static Leg ofNoReturn(String step, Duration expected) {
        return new Leg(step, expected, 1, false, true);
    }

    Duration wayBack() {
        return expected.dividedBy(WAY_BACK);
    }
}
