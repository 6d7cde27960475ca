package io.convoy.wave;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ClusterName;
import io.convoy.wave.Candidate.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void startsNoMoreThanTheLimitLetsCountingThoseThatMove() {
        List<Decision> decisions = decide(
                2,
                List.of(),
                candidate("a", WaveState.STARTED, Progress.MOVING),
                candidate("b", WaveState.STARTED, Progress.NOT_STARTED),
                candidate("c", WaveState.STARTED, Progress.NOT_STARTED));

        assertThat(decisions).first().isEqualTo(new Decision.Start(new ClusterName("b"), "pilot"));
        assertThat(reasonFor("c", decisions)).isEqualTo("The limit of 2 clusters at once is reached");
    }

    @Test
    void aPausedWaveStartsNothing() {
        List<Decision> decisions = decide(5, List.of(), candidate("a", WaveState.PAUSED, Progress.NOT_STARTED));

        assertThat(reasonFor("a", decisions)).isEqualTo("Its wave pilot is PAUSED");
    }

    @Test
    void aHoldKeepsItsScopeStillAndSaysUntilWhen() {
        Hold hold = new Hold(
                HoldScope.parse("region:aws/us-east-1"), "incident", Optional.of(NOON.plusSeconds(60)), "ada", NOON);

        List<Decision> decisions = decide(5, List.of(hold), candidate("a", WaveState.STARTED, Progress.NOT_STARTED));

        assertThat(decisions)
                .containsExactly(new Decision.Withheld(
                        new ClusterName("a"),
                        "Held (region:aws/us-east-1): incident",
                        Optional.of(NOON.plusSeconds(60))));
    }

    @Test
    void aHoldThatHasExpiredKeepsNothing() {
        Hold hold = new Hold(HoldScope.parse("program"), "lunch", Optional.of(NOON), "ada", NOON.minusSeconds(60));

        assertThat(decide(5, List.of(hold), candidate("a", WaveState.STARTED, Progress.NOT_STARTED)))
                .first()
                .isInstanceOf(Decision.Start.class);
    }

    @Test
    void aClusterWhoseRunHasEndedIsNotDecidedUpon() {
        assertThat(decide(5, List.of(), candidate("a", WaveState.STARTED, Progress.ENDED)))
                .isEmpty();
    }

    @Test
    void aClusterWithoutAnApprovedPlanSaysSo() {
        Candidate unapproved = new Candidate(
                new ClusterName("a"),
                "pilot",
                WaveState.STARTED,
                List.of(),
                Optional.of("No approved plan"),
                Progress.NOT_STARTED);

        assertThat(reasonFor("a", decide(5, List.of(), unapproved))).isEqualTo("No approved plan");
    }

    private static List<Decision> decide(int limit, List<Hold> holds, Candidate... candidates) {
        return Admission.decide(new Program.Limits(Optional.of(limit)), List.of(candidates), holds, NOON);
    }

    private static Candidate candidate(String name, WaveState state, Progress progress) {
        return new Candidate(
                new ClusterName(name), "pilot", state, List.of("aws/us-east-1"), Optional.empty(), progress);
    }

    private static String reasonFor(String cluster, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.cluster().value().equals(cluster))
                .map(decision -> ((Decision.Withheld) decision).reason())
                .findFirst()
                .orElseThrow();
    }
}
