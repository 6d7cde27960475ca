package io.convoy.kafka;

import java.util.Optional;

/**
 * How far the broker that is farthest from its most even share is from it.
 *
 * @param percent of the share; what only cannot be a fraction of a replica is none
 * @param why the reason, where it is above what is aimed at
 */
record Deviation(double percent, Optional<String> why) {

    static final double AIM_PERCENT = 2;

    static Deviation of(double percent, String reason) {
        return new Deviation(percent, percent > AIM_PERCENT ? Optional.of(reason) : Optional.empty());
    }
}
