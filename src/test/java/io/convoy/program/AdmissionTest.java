package io.convoy.program;

import static io.convoy.program.Programs.NOON;
import static io.convoy.program.Programs.cluster;
import static io.convoy.program.Programs.clusters;
import static io.convoy.program.Programs.keeper;
import static io.convoy.program.Programs.moved;
import static io.convoy.program.Programs.moving;
import static io.convoy.program.Programs.situation;
import static io.convoy.program.Programs.starts;
import static io.convoy.program.Programs.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ClusterName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    @Test
    void startsNoMoreThanTheLimitLetsCountingThoseThatMove() {
        Roster roster =
                roster("limits: {clusters: 2}\nwaves: [{name: pilot, clusters: [a, b, c]}]", clusters("a", "b", "c"));

        List<Decision> decisions = Admission.decide(roster, situation(roster, Map.of("a", moving())));

        assertThat(starts(decisions)).containsExactly("b");
        assertThat(keeper("c", decisions).words())
                .isEqualTo("The limit of 2 clusters at once is reached (2 used, 1 wanted)");
    }

    @Test
    void aLimitOfARegionLeavesRoomForOthers() {
        Roster roster = roster(
                """
                limits: {clusters: 5, rules: [{by: region, clusters: 1}]}
                waves: [{name: all, select: ""}]
                """,
                List.of(
                        cluster("a", Map.of(Dimension.REGION, "aws/one")),
                        cluster("b", Map.of(Dimension.REGION, "aws/one")),
                        cluster("c", Map.of(Dimension.REGION, "aws/two"))));

        List<Decision> decisions = Admission.decide(roster, situation(roster, Map.of()));

        assertThat(starts(decisions)).containsExactly("a", "c");
        assertThat(keeper("b", decisions).words())
                .isEqualTo("The limit of 1 clusters at once in region aws/one is reached (1 used, 1 wanted)");
    }

    @Test
    void nodesAreCountedAsWellAsClusters() {
        Roster roster = roster(
                "limits: {rules: [{by: fleet, nodes: 7}]}\nwaves: [{name: all, select: ''}]", clusters("a", "b", "c"));

        assertThat(starts(Admission.decide(roster, situation(roster, Map.of()))))
                .containsExactly("a", "b");
    }

    @Test
    void aClusterThatAloneIsMoreThanALimitIsToldSo() {
        Roster roster =
                roster("limits: {rules: [{by: fleet, nodes: 2}]}\nwaves: [{name: all, select: ''}]", clusters("a"));

        assertThat(keeper("a", Admission.decide(roster, situation(roster, Map.of())))
                        .kind())
                .isEqualTo("OVER_LIMIT");
    }

    @Test
    void aProgramIsWrittenWithoutRounding() {
        Program program = ProgramForm.read("limits: {rules: [{by: link, bytesPerSecond: 1040MiB}]}");

        assertThat(ProgramForm.read(ProgramForm.json(program))).isEqualTo(program);
        assertThat(ProgramForm.read(ProgramForm.yaml(program))).isEqualTo(program);
    }

    @Test
    void twoLimitsThatSayTheSameAreCountedOnce() {
        Roster roster = roster(
                "limits: {clusters: 2, onCall: {people: 1, clustersEach: 2}}\nwaves: [{name: all, select: ''}]",
                clusters("a", "b", "c"));

        assertThat(starts(Admission.decide(roster, situation(roster, Map.of()))))
                .containsExactly("a", "b");
    }

    @Test
    void aPausedWaveStartsNothing() {
        Roster roster = roster("waves: [{name: pilot, clusters: [a]}]", clusters("a"));
        Situation paused = new Situation(
                situation(roster, Map.of()).standings(),
                Map.of("pilot", new WaveStanding(WaveState.PAUSED, 0)),
                List.of(),
                NOON);

        assertThat(keeper("a", Admission.decide(roster, paused)).words()).isEqualTo("Its wave pilot is PAUSED");
    }

    @Test
    void aHoldKeepsItsScopeStillAndSaysUntilWhen() {
        Roster roster = roster(
                "waves: [{name: pilot, clusters: [a]}]",
                List.of(cluster("a", Map.of(Dimension.REGION, "aws/us-east-1"))));
        Hold hold = new Hold(
                HoldScope.parse("region:aws/us-east-1"), "incident", Optional.of(NOON.plusSeconds(60)), "ada", NOON);

        Keeper keeper = keeper("a", Admission.decide(roster, situation(roster, Map.of(), hold)));

        assertThat(keeper.words()).isEqualTo("Held (region:aws/us-east-1) by ada: incident");
        assertThat(keeper.release()).contains(NOON.plusSeconds(60));
    }

    @Test
    void aHoldThatHasExpiredKeepsNothing() {
        Roster roster = roster("waves: [{name: pilot, clusters: [a]}]", clusters("a"));
        Hold hold = new Hold(HoldScope.parse("program"), "lunch", Optional.of(NOON), "ada", NOON.minusSeconds(60));

        assertThat(starts(Admission.decide(roster, situation(roster, Map.of(), hold))))
                .containsExactly("a");
    }

    @Test
    void aClusterWhoseRunHasEndedIsNotDecidedUpon() {
        Roster roster = roster("waves: [{name: pilot, clusters: [a]}]", clusters("a"));

        assertThat(Admission.decide(roster, situation(roster, Map.of("a", moved(NOON)))))
                .isEmpty();
    }

    @Test
    void aClusterWithoutAnApprovedPlanSaysSo() {
        Roster roster = roster("waves: [{name: pilot, clusters: [a]}]", clusters("a"));
        Situation unapproved = situation(roster, Map.of("a", Standing.waiting(Optional.of("No approved plan"))));

        assertThat(keeper("a", Admission.decide(roster, unapproved)).words()).isEqualTo("No approved plan");
    }

    @Test
    void aClusterThatSoaksStillCounts() {
        Roster roster = roster("waves: [{name: pilot, clusters: [a, b], clusterSoak: PT1H}]", clusters("a", "b"));

        Keeper keeper =
                keeper("b", Admission.decide(roster, situation(roster, Map.of("a", moved(NOON.minusSeconds(60))))));

        assertThat(keeper.kind()).isEqualTo("AT_LIMIT");
        assertThat(keeper.release()).contains(NOON.minusSeconds(60).plus(Duration.ofHours(1)));
    }

    @Test
    void theRestOfAWaveWaitsForItsPilots() {
        Roster roster = roster(
                "limits: {clusters: 9}\nwaves: [{name: one, clusters: [a, b, c], pilots: 1}]", clusters("a", "b", "c"));

        List<Decision> decisions = Admission.decide(roster, situation(roster, Map.of()));

        assertThat(starts(decisions)).containsExactly("a");
        assertThat(keeper("c", decisions).words()).isEqualTo("1 of the 1 pilots of wave one have not moved yet");
    }

    @Test
    void aWaveWaitsForTheOneBeforeItAndForItsSoak() {
        Roster roster = roster("""
                limits: {clusters: 9}
                waves:
                  - {name: one, clusters: [a], soak: P1D}
                  - {name: two, clusters: [b], after: [one]}
                """, clusters("a", "b"));

        List<Decision> before = Admission.decide(roster, situation(roster, Map.of("a", moving())));
        List<Decision> soaking = Admission.decide(roster, situation(roster, Map.of("a", moved(NOON))));
        List<Decision> after =
                Admission.decide(roster, situation(roster, Map.of("a", moved(NOON.minus(Duration.ofDays(1))))));

        assertThat(keeper("b", before).kind()).isEqualTo("WAVE_AFTER");
        assertThat(keeper("b", soaking).release()).contains(NOON.plus(Duration.ofDays(1)));
        assertThat(starts(after)).containsExactly("b");
    }

    @Test
    void aClusterWaitsForThoseThatShareItsApplication() {
        Dimension app = Dimension.label("app");
        Roster roster = roster(
                """
                limits: {clusters: 9}
                waves: [{name: all, select: ""}]
                dependencies: [{clusters: kind=cassandra, after: kind=kafka, sharing: label:app}]
                """,
                List.of(
                        cluster("a", Map.of(Dimension.KIND, "cassandra", app, "shop")),
                        cluster("b", Map.of(Dimension.KIND, "cassandra", app, "blog")),
                        cluster("c", Map.of(Dimension.KIND, "kafka", app, "shop"))));

        List<Decision> decisions = Admission.decide(roster, situation(roster, Map.of()));

        assertThat(starts(decisions)).containsExactly("b", "c");
        assertThat(keeper("a", decisions).words()).isEqualTo("It comes after c, which has not started");
    }

    @Test
    void tooManyFailuresStartNothingMoreUntilSomebodyBearsThem() {
        Roster roster = roster(
                "limits: {clusters: 9}\nwaves: [{name: one, clusters: [a, b], failures: {count: 0}}]",
                clusters("a", "b"));
        Situation failed = situation(roster, Map.of("a", Standing.of(Phase.ROLLED_BACK, NOON)));
        Situation borne = new Situation(
                failed.standings(), Map.of("one", new WaveStanding(WaveState.STARTED, 1)), List.of(), NOON);

        assertThat(keeper("b", Admission.decide(roster, failed)).kind()).isEqualTo("TOO_MANY_FAILURES");
        assertThat(Thresholds.breached(roster, failed)).hasSize(1);
        assertThat(starts(Admission.decide(roster, borne))).containsExactly("b");
        assertThat(Thresholds.breached(roster, borne)).isEmpty();
    }

    @Test
    void outsideItsWindowAClusterWaitsForTheNextOne() {
        Roster roster = roster("""
                windows: [{name: nights, timeZone: Europe/Berlin, from: "22:00", to: "04:00"}]
                waves: [{name: one, clusters: [a]}]
                """, clusters("a"));

        Keeper keeper = keeper("a", Admission.decide(roster, situation(roster, Map.of())));

        assertThat(keeper.kind()).isEqualTo("CLOSED");
        assertThat(keeper.release()).contains(java.time.Instant.parse("2026-11-20T21:00:00Z"));
    }

    @Test
    void clustersThatWaitForEachOtherAreARing() {
        Roster roster = roster("""
                waves: [{name: one, clusters: [a, b]}]
                dependencies: [{clusters: name=a, after: name=b}, {clusters: name=b, after: name=a}]
                """, clusters("a", "b"));

        assertThat(roster.ring()).containsExactlyInAnyOrder(new ClusterName("a"), new ClusterName("b"));
    }

    @Test
    void aClusterThatWaitsForOneOfALaterWaveIsInARing() {
        Roster roster = roster("""
                waves: [{name: one, clusters: [a]}, {name: two, clusters: [b], after: [one]}]
                dependencies: [{clusters: name=a, after: name=b}]
                """, clusters("a", "b"));

        assertThat(roster.ring()).containsExactlyInAnyOrder(new ClusterName("a"), new ClusterName("b"));
    }

    @Test
    void aClusterThatHasBegunToPassItsPointOfNoReturnIsNotCountedTwice() {
        Roster roster = roster(
                "limits: {clusters: 9, rules: [{by: fleet, pastReturn: 1}]}\nwaves: [{name: one, clusters: [a, b]}]",
                clusters("a", "b"));
        Standing passing = new Standing(Phase.MOVING, NOON, true, false, Optional.empty());
        Situation situation = situation(roster, Map.of("a", passing, "b", moving()));

        assertThat(StepAdmission.passing(roster, situation, roster.members().get(0)))
                .isEmpty();
        assertThat(StepAdmission.passing(roster, situation, roster.members().get(1)))
                .isPresent();
    }

    @Test
    void aClusterThatAWaveNamesIsNotSelectedByAnEarlierOne() {
        Roster roster = roster("waves: [{name: one, select: ''}, {name: two, clusters: [a]}]", clusters("a", "b"));

        assertThat(roster.find(new ClusterName("a")).orElseThrow().wave().name())
                .isEqualTo("two");
        assertThat(wave("x", "a").clusters()).hasSize(1);
    }

    private static Roster roster(String program, List<Subject> fleet) {
        return Roster.of(ProgramForm.read(program), fleet);
    }
}
