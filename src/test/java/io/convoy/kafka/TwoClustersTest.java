package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.plan.ChangePlan;
import io.convoy.plan.Finding;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.PlanMarkdown;
import io.convoy.plan.PlannedNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Planning of moves between two clusters, and what their steps compare. */
class TwoClustersTest {

    private static final PartitionId FIRST = new PartitionId("payments", 0);
    private static final PartitionId SECOND = new PartitionId("payments", 1);

    @Test
    void whatIsMissingIsMadeBareAndConfiguredThen() {
        TopicShape wanted = new TopicShape("payments", 6, 3, Map.of("retention.ms", "5", "min.insync.replicas", "2"));
        TopicShape found = new TopicShape("payments", 4, 3, Map.of("retention.ms", "7", "min.insync.replicas", "2"));

        assertThat(TopicCopy.of(List.of(wanted), List.of(), 3).create()).containsExactly(wanted);
        TopicCopy copy = TopicCopy.of(List.of(wanted), List.of(found), 3);
        assertThat(copy.grow()).containsExactly(Map.entry("payments", 6));
        assertThat(copy.configure()).containsExactly(Map.entry("payments", Map.of("retention.ms", "5")));
        assertThat(TopicCopy.of(List.of(wanted), List.of(wanted), 3).isDone()).isTrue();
    }

    @Test
    void replicasAndWhatMustBeInSyncAreBoundedByTheBrokers() {
        TopicShape wanted = new TopicShape("payments", 6, 3, Map.of("min.insync.replicas", "2"));

        assertThat(wanted.within(1)).isEqualTo(new TopicShape("payments", 6, 1, Map.of("min.insync.replicas", "1")));
        assertThat(wanted.within(2)).isEqualTo(new TopicShape("payments", 6, 2, Map.of("min.insync.replicas", "2")));
    }

    @Test
    void aTopicWithTooManyPartitionsIsAConflictAndAnUnknownKeyIsTold() {
        TopicShape wanted = new TopicShape("payments", 2, 1, Map.of("message.format.version", "2.8", "a", "1"));
        TopicShape found = new TopicShape("payments", 3, 1, Map.of("a", "1"));

        TopicCopy copy = TopicCopy.of(List.of(wanted), List.of(found), 1);

        assertThat(copy.conflicts()).containsExactly("payments has 3 partitions there and 2 in the source");
        assertThat(copy.unknown()).containsExactly("message.format.version");
        assertThat(copy.configure()).isEmpty();
    }

    @Test
    void aGroupHasAllToReadOfAPartitionOfItsTopicsThatItNeverRead() {
        GroupState group = new GroupState("app", 0, Set.of(), Map.of(FIRST, 3L));
        ReadingView view = new ReadingView(
                Map.of(
                        FIRST,
                        new LogSpan(5, 9),
                        SECOND,
                        new LogSpan(1, 2),
                        new PartitionId("other", 0),
                        new LogSpan(0, 1)),
                List.of(group));

        assertThat(view.unread(group)).containsExactlyInAnyOrderEntriesOf(Map.of(FIRST, 5L, SECOND, 1L));
        assertThat(view.unclaimed()).containsExactly(new PartitionId("other", 0));
    }

    @Test
    void whoReadsHereReadsTheSameTopicsThere() {
        GroupState here = new GroupState("app", 2, Set.of(FIRST, new PartitionId("other", 0)), Map.of());
        GroupState idle = new GroupState("idle", 0, Set.of(), Map.of(FIRST, 1L));

        assertThat(Readers.compare(List.of(here, idle), List.of()))
                .isEqualTo(new Readers(List.of(), List.of("app (no live member there)"), List.of("idle")));
        assertThat(Readers.compare(List.of(here), List.of(new GroupState("app", 1, Set.of(FIRST), Map.of())))
                        .missing())
                .containsExactly("app (does not read other there)");
        assertThat(Readers.compare(List.of(here), List.of(here)).missing()).isEmpty();
    }

    @Test
    void threeControllersInDifferentRacksFoundTheCluster() {
        ChangePlan plan = DrainOutPlan.of("demo-kafka", move());

        ProvisionNodes step = (ProvisionNodes) plan.steps().get(0).apply();
        assertThat(step.nodes())
                .extracting(PlannedNode::number)
                .containsExactly(Optional.of(1), Optional.of(2), Optional.of(3));
        assertThat(step.settings().get("controller.quorum.bootstrap.servers"))
                .isEqualTo("127.21.2.1:9093,127.21.2.2:9093,127.21.2.3:9093");
        assertThat(step.settings().get("cluster.id")).isNotEqualTo("cluster");
        assertThat(plan).isEqualTo(DrainOutPlan.of("demo-kafka", move()));
    }

    @Test
    void whatChangesSomethingBeforeThePointOfNoReturnCanBeTakenBack() {
        assertThat(DrainOutPlan.of("demo-kafka", move()).steps().stream()
                        .takeWhile(step -> !(step.apply() instanceof PointOfNoReturn)))
                .filteredOn(step -> step.undo().step().isEmpty())
                .extracting(step -> step.apply().tag())
                .containsExactly("found-cluster", "make-topics", "await-quiet", "await-writes", "drain-topics");
    }

    @Test
    void aPlanSaysThatOrderAcrossTheSwitchIsNotKept() {
        ChangePlan plan = DrainOutPlan.of("demo-kafka", move());

        assertThat(plan.isBlocked()).isFalse();
        assertThat(plan.summary()).contains("not across it");
        assertThat(PlanMarkdown.of(plan)).contains("Order across the switch is not kept");
    }

    @Test
    void aClusterThatNobodyCouldLookAtIsABlockedSketch() {
        ChangePlan plan = DrainOutPlan.of("demo-kafka", new TwoClusterMove(move().nodes(), Optional.empty()));

        assertThat(plan.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.BLOCKER)
                .extracting(Finding::subject)
                .containsExactly("cluster");
    }

    static TwoClusterMove move() {
        KafkaView view = PaymentsView.healthy().observed().orElseThrow();
        return new TwoClusterMove(
                MovingNodes.of(PaymentsView.cluster()),
                Optional.of(new TwoClusterMove.Seen(
                        view,
                        List.of(new TopicShape("payments", 2, 3, Map.of("cleanup.policy", "delete"))),
                        new ReadingView(
                                Map.of(FIRST, new LogSpan(0, 9), SECOND, new LogSpan(0, 9)),
                                List.of(new GroupState("app", 1, Set.of(FIRST, SECOND), Map.of(FIRST, 4L)))))));
    }
}
