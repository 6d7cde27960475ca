package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.plan.ChangePlan;
import io.convoy.plan.Finding;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.KafkaStep.MovePartitions;
import io.convoy.plan.PlanForm;
import io.convoy.plan.PlanMarkdown;
import io.convoy.plan.PlannedNode;
import io.convoy.plan.PlannedStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Planning of a shared cluster; the sample under {@code changeplans/demo-kafka} is what the planner makes today. After a change
 * of the planner write it anew: {@code ./mvnw test -Dquick -Dtest=SharedClusterPlanTest -Dconvoy.samples.write=true}.
 */
class SharedClusterPlanTest {

    private static final Path FOLDER = Path.of("changeplans", "demo-kafka");

    @BeforeAll
    static void writeAnewWhenAsked() throws IOException {
        if (Boolean.getBoolean("convoy.samples.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("payments.yaml"), PlanForm.yaml(planned()));
            Files.writeString(FOLDER.resolve("payments.md"), PlanMarkdown.of(planned()));
        }
    }

    @Test
    void theSampleIsWhatThePlannerMakesToday() {
        assertThat(FOLDER.resolve("payments.yaml")).content().isEqualTo(PlanForm.yaml(planned()));
        assertThat(FOLDER.resolve("payments.md")).content().isEqualTo(PlanMarkdown.of(planned()));
        assertThat(planned().isBlocked()).isFalse();
    }

    @Test
    void newBrokersAreNumberedBehindTheOldOnesAndCrossALinkOnce() {
        assertThat(planned().step(planned().steps().get(1).id()).apply())
                .isInstanceOfSatisfying(ProvisionNodes.class, step -> assertThat(step.nodes())
                        .extracting(PlannedNode::number)
                        .containsExactly(Optional.of(4), Optional.of(5), Optional.of(6)));
        assertThat(planned().steps())
                .extracting(PlannedStep::apply)
                .filteredOn(MovePartitions.class::isInstance)
                .singleElement()
                .isEqualTo(new MovePartitions(
                        List.of(1, 2, 3), List.of(4, 5, 6), true, 3, Optional.of(20L * 1024 * 1024)));
    }

    @Test
    void whatChangesSomethingBeforeThePointOfNoReturnCanBeTakenBack() {
        assertThat(planned().steps().stream().takeWhile(step -> !(step.apply() instanceof PointOfNoReturn)))
                .filteredOn(step -> step.undo().step().isEmpty())
                .extracting(step -> step.apply().tag())
                .containsExactly("check-partitions", "join-brokers", "name-clients");
    }

    @Test
    void aClusterThatCannotBeMovedThisWayIsBlockedWithARemedy() {
        assertBlocked(SharedClusterMove.unobserved(PaymentsView.cluster(), Optional.empty()), "Nobody could look");
        assertBlocked(PaymentsView.inZooKeeper(), "ZooKeeper");
        assertBlocked(
                PaymentsView.seen(PaymentsView.with(
                        PaymentsView.brokers().subList(0, 2), List.of(PaymentsView.partition(0, 1, 2, 3)))),
                "neither source nor destination");
    }

    @Test
    void aThrottleThatClientsOutrunIsBlockedAndOneThatTheyDoNotIsNot() {
        PartitionId busy = new PartitionId("payments", 1);
        long rate = PaymentsView.healthy().throttle().orElseThrow();

        assertBlocked(PaymentsView.writtenTo(new Ingest(Map.of(busy, rate))), "never end: payments-1");
        assertThat(SharedClusterPlan.of("demo-kafka", PaymentsView.writtenTo(new Ingest(Map.of(busy, rate - 1))))
                        .isBlocked())
                .isFalse();
    }

    @Test
    void aCanaryNeedsATopicAndThePlanSaysWhatIsWrittenThere() {
        assertBlocked(PaymentsView.withCanary("nowhere"), "There is no topic nowhere, which target.canaryTopic names.");

        assertThat(SharedClusterPlan.of("demo-kafka", PaymentsView.withCanary("payments"))
                        .findings())
                .filteredOn(finding -> finding.subject().equals("canary"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).contains("empty records to topic payments, which holds 2GiB");
                });
    }

    @Test
    void whatProducersHaveToExpectDependsOnTheSettingsOfTheOldBrokers() {
        assertThat(aboutProducers(PaymentsView.healthy())).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("replica.fetch.backoff.ms=1000", "seconds at the longest");
            assertThat(finding.remedy()).contains("replica.fetch.backoff.ms=50");
        });
        assertThat(aboutProducers(PaymentsView.whoseFileSays(
                        Map.of("replica.fetch.backoff.ms", "50", "replica.fetch.wait.max.ms", "100"))))
                .isEmpty();
        assertThat(aboutProducers(PaymentsView.whoseFileSays(Map.of("replica.fetch.backoff.ms", "50"))))
                .hasSize(1);
    }

    private static List<Finding> aboutProducers(SharedClusterMove move) {
        return SharedClusterPlan.of("demo-kafka", move).findings().stream()
                .filter(finding -> finding.subject().equals("producers"))
                .toList();
    }

    @Test
    void aStaticQuorumIsUpgradedBeforeNewControllersCome() {
        ChangePlan plan = SharedClusterPlan.of("demo-kafka", PaymentsView.withStaticQuorum());

        assertThat(plan.isBlocked()).as("%s", plan.findings()).isFalse();
        assertThat(plan.steps())
                .extracting(step -> step.apply().tag())
                .startsWith("check-partitions", "upgrade-quorum", "provision-nodes");
    }

    private static void assertBlocked(SharedClusterMove move, String because) {
        ChangePlan plan = SharedClusterPlan.of("demo-kafka", move);

        assertThat(plan.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.BLOCKER)
                .anySatisfy(finding -> {
                    assertThat(finding.message()).contains(because);
                    assertThat(finding.remedy()).isNotBlank();
                });
    }

    private static ChangePlan planned() {
        return SharedClusterPlan.of("demo-kafka", PaymentsView.healthy());
    }
}
