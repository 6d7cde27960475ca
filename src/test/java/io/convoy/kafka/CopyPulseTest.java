package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.kafka.ThrottleRate.Felt;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CopyPulseTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = THEN.plus(CopyPulse.BEAT);
    private static final CopyPulse HUNDRED = new CopyPulse(THEN, OptionalLong.of(100));

    @Test
    void itIsRememberedFromLookToLook() {
        CopyPulse unknown = new CopyPulse(THEN, OptionalLong.empty());

        assertThat(CopyPulse.in(HUNDRED.memory())).hasValue(HUNDRED);
        assertThat(CopyPulse.in(unknown.memory())).hasValue(unknown);
        assertThat(CopyPulse.in(Map.of())).isEmpty();
    }

    @Test
    void aCopyThatLacksAsMuchAsBeforeStandsStill() {
        assertThat(HUNDRED.felt(pulse(100), false)).isEqualTo(Felt.COPY_STANDS_STILL);
        assertThat(HUNDRED.felt(pulse(170), false)).isEqualTo(Felt.COPY_STANDS_STILL);
        assertThat(HUNDRED.felt(pulse(99), false)).isEqualTo(Felt.ALL_IS_WELL);
        assertThat(pulse(0).felt(pulse(0), false)).isEqualTo(Felt.ALL_IS_WELL);
    }

    @Test
    void whatOthersSufferComesFirst() {
        assertThat(HUNDRED.felt(pulse(170), true)).isEqualTo(Felt.OTHERS_LAG);
    }

    @Test
    void whatCannotBeSeenStandsStillForNobody() {
        assertThat(HUNDRED.felt(new CopyPulse(NOW, OptionalLong.empty()), false))
                .isEqualTo(Felt.ALL_IS_WELL);
    }

    @Test
    void nothingIsComparedWithinABeat() {
        assertThat(HUNDRED.isBeatBefore(new CopyPulse(NOW.minusMillis(1), OptionalLong.of(1))))
                .isFalse();
        assertThat(HUNDRED.isBeatBefore(pulse(1))).isTrue();
    }

    private static CopyPulse pulse(long lag) {
        return new CopyPulse(NOW, OptionalLong.of(lag));
    }
}
