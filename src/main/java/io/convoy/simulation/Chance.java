package io.convoy.simulation;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The draws of one simulated program. Each draw has a source of its own, of the seed and of what it is for: so a step takes the
 * same in two programs that differ in a limit only, whatever the order in which things happen.
 */
final class Chance {

    private static final int FOR_REACTION = 1_000_000;
    private static final int FOR_IDENTITY = 2_000_000;
    private static final int TRIES = 64;

    private final long seed;
    private final Odds odds;
    private final double tempo;

    Chance(long seed, Odds odds) {
        this.seed = seed;
        this.odds = odds;
        double spread = Math.log(odds.tempo().p90() / odds.tempo().median()) / Odds.NINE_OF_TEN;
        this.tempo = odds.tempo().median() * Math.exp(spread * source(-1, 0, 0).nextGaussian());
    }

    /** What becomes of one attempt at a step. */
    record Draw(long seconds, boolean fails) {}

    Draw leg(int place, int step, int attempt, Leg leg, Duration elapsed) {
        SplittableRandom source = source(place, step, attempt);
        long seconds = Math.max(0, taken(leg, elapsed, source) - elapsed.toSeconds());
        double failing = odds.troubles().failing();
        boolean fails = failing > 0 && source.nextDouble() < failing;
        return new Draw(fails ? (long) (seconds * source.nextDouble()) : seconds, fails);
    }

    /** What a step takes that has taken so long already: drawn from those durations that are longer. */
    private long taken(Leg leg, Duration elapsed, SplittableRandom source) {
        double median = leg.expected().toSeconds() * tempo;
        if (!odds.spread()) {
            return Math.round(median);
        }
        double deviation = Math.log(leg.spread()) / Odds.NINE_OF_TEN;
        for (int tries = 0; tries < TRIES; tries++) {
            double seconds = median * Math.exp(deviation * source.nextGaussian());
            if (seconds >= elapsed.toSeconds()) {
                return Math.round(seconds);
            }
        }
        return elapsed.toSeconds() * 11 / 10;
    }

    /** What the scheduler reckons with before it begins a step that may not be interrupted. */
    Duration longest(Leg leg) {
        return odds.tempo().longest(leg.expected());
    }

    long wayBack(Leg leg) {
        return Math.round(leg.wayBack().toSeconds() * tempo);
    }

    boolean turnsBack(int place, int step, int attempt) {
        return source(place, FOR_REACTION + step, attempt).nextDouble()
                < odds.troubles().turningBack();
    }

    /** What people take to act on something, in seconds. */
    long reaction(int place, int occasion) {
        return reaction(odds.troubles().reaction(), place, occasion);
    }

    long secondTry(int place, int occasion) {
        return reaction(odds.troubles().secondTry(), place, occasion);
    }

    private long reaction(Duration median, int place, int occasion) {
        double factor = odds.spread()
                ? Math.exp(0.7 * source(place, FOR_REACTION - 1, occasion).nextGaussian())
                : 1;
        return 1 + Math.round(median.toSeconds() * factor);
    }

    UUID identity(int place, int run) {
        SplittableRandom source = source(place, FOR_IDENTITY, run);
        return new UUID(source.nextLong(), source.nextLong());
    }

    private SplittableRandom source(int place, int what, int occasion) {
        long mixed = seed;
        mixed = (mixed ^ place) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29) ^ what) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 32) ^ occasion) * 0x94D049BB133111EBL;
        return new SplittableRandom(mixed ^ (mixed >>> 31));
    }
}
