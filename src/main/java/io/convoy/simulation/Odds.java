package io.convoy.simulation;

/**
 * What is left to chance in a simulated program.
 *
 * @param spread whether durations vary; otherwise each step takes what is expected
 */
public record Odds(boolean spread, Tempo tempo, Troubles troubles) {

    /** A standard normal value is no larger nine times out of ten. */
    static final double NINE_OF_TEN = 1.2815515655446004;

    /** Nothing: every step takes what is expected and none fails. */
    public static final Odds NONE = new Odds(false, Tempo.AS_EXPECTED, Troubles.NONE);

    public static final Odds USUAL = new Odds(true, Tempo.AS_EXPECTED, Troubles.USUAL);

    public Odds with(Tempo learned) {
        return new Odds(spread, learned, troubles);
    }
}
