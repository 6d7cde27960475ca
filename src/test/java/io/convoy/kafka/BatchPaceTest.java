package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many partitions move at a time. */
class BatchPaceTest {

    private static final Duration BEARABLE = BatchPace.BEARABLE;
    private static final Duration LONG = BEARABLE.plusMillis(1);

    @Test
    void aBatchThatHadProducersWaitIsFollowedByHalfOfItAndAtLeastByOne() {
        BatchPace pace = BatchPace.first(5);

        BatchPace second = pace.felt(LONG).next(Move.Phase.ADD, 5);
        BatchPace third = second.felt(LONG).next(Move.Phase.ADD, 5);
        BatchPace fourth = third.felt(LONG).next(Move.Phase.ADD, 5);

        assertThat(second.size()).isEqualTo(2);
        assertThat(third.size()).isEqualTo(1);
        assertThat(fourth.size()).isEqualTo(1);
    }

    @Test
    void whatWasBearableChangesNothingAndWhatWasLoweredStays() {
        BatchPace lowered = BatchPace.first(4).felt(LONG).next(Move.Phase.ADD, 4);

        assertThat(BatchPace.first(4).felt(BEARABLE).next(Move.Phase.ADD, 4).size())
                .isEqualTo(4);
        assertThat(lowered.felt(Duration.ZERO).next(Move.Phase.ADD, 4).size()).isEqualTo(2);
    }

    @Test
    void theLongestOfABatchCountsAndIsForgottenWithIt() {
        BatchPace pace =
                BatchPace.first(4).felt(LONG).felt(Duration.ofMillis(3)).next(Move.Phase.ADD, 4);

        assertThat(pace.size()).isEqualTo(2);
        assertThat(pace.stall()).isZero();
        assertThat(pace.longest()).isEqualTo(LONG);
    }

    @Test
    void anotherPhaseBeginsAsPlannedAndTheSmallestBatchIsRemembered() {
        BatchPace copied = BatchPace.first(4).felt(LONG).next(Move.Phase.ADD, 4).felt(LONG);

        BatchPace elected = copied.next(Move.Phase.ELECT, 4);

        assertThat(elected.size()).isEqualTo(4);
        assertThat(elected.evidence(4)).contains("501 ms", "4 down to 2 partitions");
        assertThat(BatchPace.first(4).evidence(4)).contains("batches of 4 partitions");
    }

    @Test
    void itIsRememberedAsItIs() {
        BatchPace pace =
                BatchPace.first(4).felt(LONG).next(Move.Phase.FINISH, 4).felt(Duration.ofMillis(7));

        assertThat(BatchPace.in(pace.memory())).isEqualTo(Optional.of(pace));
        assertThat(BatchPace.in(Map.of("throttle.at", "x"))).isEmpty();
    }
}
