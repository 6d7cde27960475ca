package io.convoy.simulation;

import java.time.Duration;

/**
 * What goes wrong, and how people react.
 *
 * @param failing the probability that a step fails, each time it is begun
 * @param turningBack the probability that a person takes a failed run back, where there is a way back
 * @param reaction until a person has looked and acts, in the median
 * @param secondTry until a cluster that was taken back is approved again, in the median
 */
public record Troubles(double failing, double turningBack, Duration reaction, Duration secondTry) {

    public static final Troubles NONE = new Troubles(0, 0, Duration.ofHours(4), Duration.ofDays(3));
    public static final Troubles USUAL = new Troubles(0.01, 0.2, Duration.ofHours(4), Duration.ofDays(3));

    public Troubles {
        if (!(failing >= 0 && failing < 1) || !(turningBack >= 0 && turningBack <= 1)) {
            throw new IllegalArgumentException("Probabilities are from 0 to 1, and not every step fails");
        }
    }
}
