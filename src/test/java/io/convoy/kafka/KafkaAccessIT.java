package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.convoy.base.SecretReference;
import io.convoy.execution.Outcome;
import io.convoy.inventory.Access;
import io.convoy.inventory.KafkaSecurity.Mechanism;
import io.convoy.lab.LabNode;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.KafkaStep.JoinBrokers;
import io.convoy.plan.PlanForm;
import io.convoy.plan.PlannedNode;
import io.convoy.provision.ProvisionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real broker that lets in by SCRAM over TLS, by PLAIN, and by certificates; and what Convoy says when it does not. */
@Timeout(120)
class KafkaAccessIT {

    private static final SecuredListeners LISTENERS = TestPair.LISTENERS;

    /** Made by each test. */
    @SuppressWarnings("NullAway.Init")
    private KafkaRig rig;

    @BeforeAll
    static void start() throws Exception {
        TestPair.startSource();
        TestPair.createTopic("payments", 2, Map.of());
        TestPair.createTopic("compacted", 1, Map.of("cleanup.policy", "compact"));
    }

    @AfterAll
    static void end() {
        TestPair.discard();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whoeverIsLetInIsSurveyedAndPlanned() {
        for (Access access : List.of(
                LISTENERS.scram(SecuredListeners.LOGIN),
                LISTENERS.plain(SecuredListeners.LOGIN, Mechanism.PLAIN),
                LISTENERS.mutual(Optional.of(SecuredListeners.store("client.p12", "store"))))) {
            ChangePlan plan = planned(access);

            assertThat(plan.isBlocked()).as("%s", plan.findings()).isFalse();
            assertThat(plan.findings()).noneMatch(finding -> finding.subject().equals("access"));
            assertThat(PlanForm.yaml(plan)).doesNotContain(SecuredListeners.PASSWORD, "store-password");
            rig.close();
        }
    }

    @Test
    void aWrongPasswordBlocksThePlanByItsReferenceAndACorrectedOneIsReadAnew() throws Exception {
        SecuredListeners.write("rotated", "convoy-user:not-the-password");
        SecretReference rotated = SecuredListeners.reference("rotated");

        assertBlocked(LISTENERS.scram(rotated), "refused the login of access.credentials (" + rotated + ")");
        assertThatThrownBy(() -> rig.links().to(rig.cluster()).look()).isInstanceOf(NotLetInException.class);

        SecuredListeners.write("rotated", "convoy-user:" + SecuredListeners.PASSWORD);
        assertThat(rig.links().to(rig.cluster()).look().brokers()).hasSize(1);
    }

    @Test
    void whatElseIsWrongIsNamedToo() throws Exception {
        SecuredListeners.write("wrong", "not-the-password");

        assertBlocked(
                LISTENERS.plain(SecuredListeners.LOGIN, Mechanism.SCRAM_SHA_256), "enabled mechanisms are [PLAIN]");
        assertBlocked(LISTENERS.scramTrusting("clients.p12"), "Convoy used access.trustStore (file:");
        assertBlocked(LISTENERS.mutual(Optional.empty()), "no access.keyStore");
        assertBlocked(
                LISTENERS.mutual(Optional.of(SecuredListeners.store("client.p12", "wrong"))),
                "access.keyStorePassword (" + SecuredListeners.reference("wrong") + "), cannot be used");
        assertBlocked(LISTENERS.scramTrusting("nowhere.p12"), "nowhere.p12), with");
        assertBlocked(
                LISTENERS.scram(new SecretReference("env:CONVOY_HAS_NO_SUCH")),
                "access.credentials (env:CONVOY_HAS_NO_SUCH) cannot be used");
    }

    @Test
    void aBrokerWithoutTheListenerBetweenBrokersDoesNotStartAndOneWithoutClientsGetsNoPartition() {
        rig = new KafkaRig(TestPair.SOURCE, TestPair.DESTINATION);
        LabSteps steps = new LabSteps(SharedClusterPlan.of("lab", rig.move()), rig.cluster());
        ProvisionNodes provision = steps.apply("provision-dc_to", ProvisionNodes.class);
        PlannedNode first = provision.nodes().get(0);
        assertThat(provision.settings())
                .containsEntry("inter.broker.listener.name", "PLAINTEXT")
                .containsEntry("listener.name.scram.sasl.enabled.mechanisms", "SCRAM-SHA-512")
                .doesNotContainKeys("ssl.keystore.location", "ssl.keystore.password", "listeners");

        ProvisionState without = steps.until(
                ProvisionState.Failed.class, provision, first, Map.of("inter.broker.listener.name", "MUTUAL"));
        assertThat(without.toString())
                .contains("inter.broker.listener.name must be a listener name defined in advertised.listeners");
        steps.discard(provision, first);

        steps.until(ProvisionState.Present.class, provision, first, Map.of());
        JoinBrokers join = steps.apply("join-dc_to", JoinBrokers.class);
        Outcome outcome = rig.until(
                new JoinBrokersHandler(rig.links()),
                new JoinBrokers(join.datacenter(), join.brokers().subList(0, 1)),
                Outcome.Blocked.class::isInstance);
        assertThat(outcome.toString()).contains("lacks listeners that the old brokers have: MUTUAL, PLAIN, SCRAM");
    }

    @Test
    void aCanaryFeelsHowLongProducersWaitAndOnlyOnce() {
        KafkaView view = lookingWithCanary("payments");
        await().until(() -> felt(view).longestStall().isPresent());
        LabNode broker = TestPair.source();

        broker.freeze();
        try {
            await().until(() -> stallMillis(view) > 700);
        } finally {
            broker.thaw();
        }

        await().until(() -> stallMillis(view) < 300);
        rig.canaries().rest(rig.cluster());
        await().until(KafkaAccessIT::noCanaryLives);
    }

    @Test
    void aCanaryThatCannotWriteSaysWhyAndMakesNoTopic() {
        KafkaView view = lookingWithCanary("compacted");
        await().untilAsserted(() -> assertThat(felt(view).silence())
                .hasValueSatisfying(why -> assertThat(why).contains("none is acknowledged", "compacted-0")));
        rig.close();

        KafkaView other = lookingWithCanary("nowhere");

        assertThat(felt(other)).isEqualTo(ProducerPulse.Felt.silent("there is no topic nowhere"));
        assertThat(rig.look().hasTopic("nowhere")).isFalse();
    }

    @Test
    void aCanaryThatIsNotLetInSaysSoAndDoesNotKeepTrying() throws Exception {
        KafkaView view = lookingWithCanary("payments");
        rig.close();
        SecuredListeners.write("rotated", "convoy-user:not-the-password");
        rig = new KafkaRig(TestPair.SOURCE, TestPair.DESTINATION)
                .reachedBy(LISTENERS.scram(SecuredListeners.reference("rotated")), Optional.empty())
                .withCanary("payments");

        await().untilAsserted(() -> assertThat(felt(view).silence()).hasValueSatisfying(why -> assertThat(why)
                .contains("none is acknowledged: Authentication failed")
                .doesNotContain("not-the-password")));
        await().until(KafkaAccessIT::noCanaryLives);
        assertThat(felt(view).silence()).isPresent();
        assertThat(noCanaryLives()).isTrue();
    }

    private static boolean noCanaryLives() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.equals("kafka-canary") || name.startsWith("kafka-producer-network-thread"));
    }

    private KafkaView lookingWithCanary(String topic) {
        rig = new KafkaRig(TestPair.SOURCE, TestPair.DESTINATION)
                .reachedBy(LISTENERS.scram(SecuredListeners.LOGIN), Optional.empty())
                .withCanary(topic);
        return rig.look();
    }

    private long stallMillis(KafkaView view) {
        return felt(view).longestStall().orElseThrow().toMillis();
    }

    private ProducerPulse.Felt felt(KafkaView view) {
        return rig.canaries().felt(rig.cluster(), view);
    }

    private ChangePlan planned(Access access) {
        rig = new KafkaRig(TestPair.SOURCE, TestPair.DESTINATION, MirrorMakerPlan.STRATEGY)
                .reachedBy(access, Optional.empty());
        return new MirrorMakerPlanner(new KafkaSurvey(rig.links())).plan("lab", rig.cluster());
    }

    private void assertBlocked(Access access, String because) {
        if (rig != null) {
            rig.close();
        }
        ChangePlan plan = planned(access);

        assertThat(plan.findings())
                .filteredOn(finding -> finding.severity() == Severity.BLOCKER)
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains(because)
                .doesNotContain("not-the-password", SecuredListeners.PASSWORD, "store-password");
    }
}
