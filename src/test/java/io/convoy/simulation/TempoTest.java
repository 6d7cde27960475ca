package io.convoy.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TempoTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aStepThatMayNotBeInterruptedIsGivenTwiceItsTimeUntilEnoughHaveFinished() {
        assertThat(Tempo.AS_EXPECTED.longest(HOUR)).isEqualTo(Duration.ofHours(2));
        assertThat(Tempo.learned(List.of(1.0), Collections.nCopies(19, 3.0)).longest(HOUR))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void afterwardsItIsGivenWhatNineOfTenHaveNotExceeded() {
        List<Double> atomic = new ArrayList<>(Collections.nCopies(18, 1.1));
        atomic.addAll(List.of(1.5, 9.0));

        assertThat(Tempo.learned(atomic, atomic).longest(HOUR)).isEqualTo(Duration.ofMinutes(66));

        atomic.set(0, 1.5);

        assertThat(Tempo.learned(atomic, atomic).longest(HOUR)).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void itIsNeverGivenLessThanExpected() {
        assertThat(Tempo.learned(List.of(), Collections.nCopies(50, 0.1)).longest(HOUR))
                .isEqualTo(Duration.ofHours(2));
        assertThat(Tempo.learned(List.of(0.1), Collections.nCopies(50, 0.1)).longest(HOUR))
                .isEqualTo(HOUR);
    }

    @Test
    void theMedianIsTheMiddleOfWhatStepsHaveTaken() {
        Tempo tempo = Tempo.learned(List.of(1.0, 2.0, 4.0), List.of());

        assertThat(tempo.median()).isCloseTo(2, within(1e-9));
        assertThat(tempo.p90()).isGreaterThan(2);
    }
}
