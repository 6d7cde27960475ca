package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.kafka.ThrottleRate.Felt;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleRateTest {

    @ParameterizedTest(name = "{2} at {1} of {0} makes {3}")
    @CsvSource({
        "1600, 1600, OTHERS_LAG,        800",
        "1600,  150, OTHERS_LAG,        100",
        "1600,  105, OTHERS_LAG,        105",
        "1600,   50, OTHERS_LAG,         50",
        "1600,  800, ALL_IS_WELL,      1000",
        "1600, 1400, ALL_IS_WELL,      1600",
        "1600, 1500, ALL_IS_WELL,      1500",
        "1600, 1600, ALL_IS_WELL,      1600",
        "1600, 2000, ALL_IS_WELL,      2000",
        "1600,  800, COPY_STANDS_STILL, 1000",
        "1600, 1600, COPY_STANDS_STILL, 2000",
        "1600, 2800, COPY_STANDS_STILL, 3200",
        "1600, 3000, COPY_STANDS_STILL, 3000",
        "1600, 3200, COPY_STANDS_STILL, 3200",
        "   1,    1, OTHERS_LAG,           1",
        "   1,    1, COPY_STANDS_STILL,    2"
    })
    void aBeatLaterItIs(long planned, long now, Felt felt, long then) {
        assertThat(new ThrottleRate(planned, now).after(felt).now()).isEqualTo(then);
    }

    @Test
    void theNextBatchKeepsWhatWasLoweredAndForgetsWhatWasRaised() {
        assertThat(new ThrottleRate(1600, 400).forNextBatch().now()).isEqualTo(400);
        assertThat(new ThrottleRate(1600, 3000).forNextBatch().now()).isEqualTo(1600);
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> new ThrottleRate(0, 1)).hasMessageContaining("0");
    }

    @RepeatedTest(50)
    void itStaysWithinItsBoundsAndComesBackToThePlan(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long planned = 16L + random.nextInt(1_000_000_000);
        ThrottleRate rate = new ThrottleRate(planned, planned);
        for (int beat = 0; beat < 100; beat++) {
            ThrottleRate next = rate.after(List.of(Felt.values()).get(random.nextInt(3)));
            assertThat(next.now()).isBetween(planned / 16, planned * 2);
            assertThat(next.now() == rate.now() || Math.abs(next.now() - rate.now()) * 10 >= rate.now())
                    .as("%s after %s is worth it", next, rate)
                    .isTrue();
            rate = next;
        }
        for (int beat = 0; beat < 20; beat++) {
            rate = rate.forNextBatch().after(Felt.ALL_IS_WELL);
        }
        assertThat(rate.now()).isBetween(planned * 9 / 10, planned);
    }
}
