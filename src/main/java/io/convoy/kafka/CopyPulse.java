package io.convoy.kafka;

import io.convoy.kafka.ThrottleRate.Felt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far behind a copy was at some moment, to be remembered and compared with how far it is a beat later. Pure.
 *
 * @param lag bytes that the new replicas lacked, where that could be seen
 */
record CopyPulse(Instant at, OptionalLong lag) {

    /** Longer than the eleven seconds over which brokers measure a rate: a copy uses these up at once, and then stands still. */
    static final Duration BEAT = Duration.ofSeconds(15);

    private static final String AT = "throttle.at";
    private static final String LAG = "throttle.lag";

    static Optional<CopyPulse> in(Map<String, String> memory) {
        return Optional.ofNullable(memory.get(AT)).map(at -> new CopyPulse(Instant.parse(at), lag(memory)));
    }

    private static OptionalLong lag(Map<String, String> memory) {
        String lag = memory.get(LAG);
        return lag == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(lag));
    }

    Map<String, String> memory() {
        Map<String, String> memory = new HashMap<>(Map.of(AT, at.toString()));
        lag.ifPresent(bytes -> memory.put(LAG, Long.toString(bytes)));
        return memory;
    }

    boolean isBeatBefore(CopyPulse later) {
        return Duration.between(at, later.at).compareTo(BEAT) >= 0;
    }

    Felt felt(CopyPulse later, boolean othersLag) {
        if (othersLag) {
            return Felt.OTHERS_LAG;
        }
        boolean standsStill = lag.isPresent()
                && later.lag.isPresent()
                && later.lag.getAsLong() > 0
                && later.lag.getAsLong() >= lag.getAsLong();
        return standsStill ? Felt.COPY_STANDS_STILL : Felt.ALL_IS_WELL;
    }
}
