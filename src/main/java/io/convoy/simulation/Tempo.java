package io.convoy.simulation;

import java.time.Duration;
import java.util.List;

/**
 * What steps really take, as a multiple of what was expected of them: one factor for all steps of a simulated program, because
 * whoever is wrong about one step is wrong about the next as well.
 *
 * @param median of the factor
 * @param p90 it is no larger nine times out of ten
 * @param longest what a single step that may not be interrupted takes, nine times out of ten; never less than expected
 */
public record Tempo(double median, double p90, double longest) {

    /** Until steps have told otherwise. */
    private static final double TWICE = 2;

    /** Fewer steps tell nothing of the slowest tenth. */
    private static final int ENOUGH = 20;

    public static final Tempo AS_EXPECTED = new Tempo(1, 1, TWICE);

    public Tempo {
        if (!(median > 0) || !(p90 >= median) || !(longest >= 1)) {
            throw new IllegalArgumentException(
                    "A tempo's median is more than 0, its P90 no less than that, and its longest no less than 1");
        }
    }

    /**
     * Learned from finished steps.
     *
     * @param ratios actual duration divided by the expected one, of each
     * @param atomic of those among them that may not be interrupted
     */
    public static Tempo learned(List<Double> ratios, List<Double> atomic) {
        List<Double> logs =
                ratios.stream().filter(ratio -> ratio > 0).map(Math::log).toList();
        if (logs.isEmpty()) {
            return AS_EXPECTED;
        }
        double mean = logs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double variance =
                logs.stream().mapToDouble(log -> (log - mean) * (log - mean)).sum() / Math.max(1, logs.size() - 1);
        double uncertain = Math.sqrt(variance / logs.size());
        return new Tempo(Math.exp(mean), Math.exp(mean + Odds.NINE_OF_TEN * uncertain), slowest(atomic));
    }

    private static double slowest(List<Double> ratios) {
        if (ratios.size() < ENOUGH) {
            return TWICE;
        }
        int rank = (9 * ratios.size() + 9) / 10;
        return Math.max(1, ratios.stream().sorted().skip(rank - 1).findFirst().orElse(TWICE));
    }

    /** How much of a window a step needs that may not be interrupted. */
    public Duration longest(Duration expected) {
        return Duration.ofMillis(Math.round(expected.toMillis() * longest));
    }
}
