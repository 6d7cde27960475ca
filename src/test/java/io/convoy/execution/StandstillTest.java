package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandstillTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    private final Standstill standstill = Standstill.begin(BEGIN, "no room");

    @Test
    void theLongerItLastsTheSeldomerLooksAreTaken() {
        assertThat(standstill.lookAgainAfter(BEGIN)).hasSeconds(1);
        assertThat(standstill.lookAgainAfter(BEGIN.plusSeconds(20))).hasSeconds(5);
        assertThat(standstill.lookAgainAfter(BEGIN.plus(Duration.ofHours(3)))).hasSeconds(15);
    }

    @Test
    void itIsOverWhenSomethingWasWrittenAndNothingIsLostAnyMore() {
        Standstill relieved = standstill.relieved(BEGIN.plusSeconds(1));

        assertThat(relieved.isOver(BEGIN.plusSeconds(1))).isFalse();
        assertThat(relieved.goesOn(BEGIN.plusSeconds(2), "no room").isOver(BEGIN.plusSeconds(5)))
                .isFalse();
        assertThat(relieved.isOver(BEGIN.plusSeconds(3))).isTrue();
    }

    @Test
    void itLastsWhileNothingIsWritten() {
        assertThat(standstill.isOver(BEGIN.plusSeconds(50))).isFalse();
        assertThat(standstill.goesOn(BEGIN.plusSeconds(50), "no room").isOver(BEGIN.plusSeconds(100)))
                .isFalse();
    }

    @Test
    void whereNobodyHasTriedForLongItIsOver() {
        assertThat(standstill.isOver(BEGIN.plusSeconds(61))).isTrue();
    }
}
