package io.convoy.simulation;

import java.util.List;

/**
 * What steps really take, as a multiple of what was expected of them: one factor for all steps of a simulated program, because
 * whoever is wrong about one step is wrong about the next as well.
 *
 * @param median of the factor
 * @param p90 it is no larger nine times out of ten
 */
public record Tempo(double median, double p90) {

    public static final Tempo AS_EXPECTED = new Tempo(1, 1);

    public Tempo {
        if (!(median > 0) || !(p90 >= median)) {
            throw new IllegalArgumentException("A tempo's median is more than 0, and its P90 is no less than that");
        }
    }

    /** Learned from finished steps: actual duration divided by the expected one, of each. */
    public static Tempo learned(List<Double> ratios) {
        List<Double> logs =
                ratios.stream().filter(ratio -> ratio > 0).map(Math::log).toList();
        if (logs.isEmpty()) {
            return AS_EXPECTED;
        }
        double mean = logs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double variance =
                logs.stream().mapToDouble(log -> (log - mean) * (log - mean)).sum() / Math.max(1, logs.size() - 1);
        double uncertain = Math.sqrt(variance / logs.size());
        return new Tempo(Math.exp(mean), Math.exp(mean + Odds.NINE_OF_TEN * uncertain));
    }
}
