package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.cassandra.CallVerdict.State;
import io.convoy.cassandra.StreamPlan.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallVerdictTest {

    private static final Instant CLEARED = Instant.parse("2026-01-01T10:00:00Z");
    private static final TokenRange ONE = new TokenRange("0", "10");
    private static final TokenRange TWO = new TokenRange("10", "20");
    private static final OpenCall CALL =
            new OpenCall(new RebuildCall("t1", "orders", "s1", List.of(ONE, TWO)), CLEARED, 0, CLEARED);

    @Test
    void aCallIsDoneWhenItsStreamSucceededAndEveryRangeIsRecorded() {
        assertThat(state(List.of(stream("s1", Status.SUCCESS, 1)), Set.of(ONE, TWO), false))
                .isEqualTo(State.DONE);
    }

    @Test
    void aSuccessWithoutTheRangesIsNone() {
        assertThat(state(List.of(stream("s1", Status.SUCCESS, 1)), Set.of(ONE), false))
                .isEqualTo(State.LOST);
    }

    @Test
    void rangesThatAnEarlierRebuildRecordedAreNotBelieved() {
        assertThat(state(List.of(stream("s1", Status.SUCCESS, -60)), Set.of(ONE, TWO), false))
                .isEqualTo(State.LOST);
        assertThat(state(List.of(), Set.of(ONE, TWO), false)).isEqualTo(State.LOST);
    }

    @Test
    void rangesThatCameFromAnotherSourceAreNotBelieved() {
        assertThat(state(List.of(stream("s2", Status.SUCCESS, 1)), Set.of(ONE, TWO), false))
                .isEqualTo(State.LOST);
    }

    @Test
    void aRunningStreamIsFollowedEvenWhenAnotherProcessBeganIt() {
        assertThat(state(List.of(stream("s1", Status.START, 1)), Set.of(), false))
                .isEqualTo(State.RUNNING);
        assertThat(state(List.of(), Set.of(), true)).isEqualTo(State.RUNNING);
    }

    @Test
    void aFailureIsToldInTheLineThatSaysWhy() {
        StreamPlan failed = new StreamPlan(
                UUID.randomUUID(),
                false,
                "Rebuild",
                List.of("s1"),
                Status.FAILURE,
                CLEARED.plusSeconds(1),
                new StreamPlan.Bytes(0, 0, 0, 0),
                Optional.of(
                        "Stream failed: \nSession peer /127.0.0.1:7000\njava.lang.RuntimeException: CF 1234 was dropped"
                                + " during streaming\n\tat org.apache.cassandra.X"));

        CallVerdict verdict = CallVerdict.of(CALL, List.of(failed), Set.of(ONE), false);

        assertThat(verdict.state()).isEqualTo(State.FAILED);
        assertThat(verdict.cause()).contains("java.lang.RuntimeException: CF 1234 was dropped during streaming");
    }

    @Test
    void anOpenCallIsTheSameAfterItWasWrittenAndRead() {
        assertThat(OpenCall.parse("t1", CALL.text())).isEqualTo(CALL);
    }

    private static State state(List<StreamPlan> streams, Set<TokenRange> recorded, boolean underway) {
        return CallVerdict.of(CALL, streams, recorded, underway).state();
    }

    private static StreamPlan stream(String source, Status status, long secondsAfter) {
        return new StreamPlan(
                UUID.randomUUID(),
                false,
                "Rebuild",
                List.of(source),
                status,
                CLEARED.plusSeconds(secondsAfter),
                new StreamPlan.Bytes(0, 0, 0, 0),
                Optional.empty());
    }
}
