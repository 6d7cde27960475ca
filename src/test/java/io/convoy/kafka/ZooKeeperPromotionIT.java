package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.inventory.KafkaMetadata.Mode;
import io.convoy.kafka.PromotionCourse.Next.Change;
import io.convoy.kafka.ServerState.Condition;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.LabNode;
import io.convoy.lab.TestLab;
import io.convoy.lab.TopicLoader;
import io.convoy.lab.TopicOrder;
import io.convoy.lab.ZooKeeperLayout;
import io.convoy.plan.KafkaStep.JoinObservers;
import io.convoy.plan.KafkaStep.LeaveServers;
import io.convoy.plan.KafkaStep.PromoteMetadata;
import io.convoy.plan.PlannedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real ensemble that serves one cluster hands its votes over to new servers, while its broker and a client go on, and though no
 * answer to a reconfiguration ever arrives.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(120)
class ZooKeeperPromotionIT {

    private static final String SUPER = "super:never-to-be-seen";
    private static final String CHROOT = "/visits";
    private static final List<Endpoint> NEW_SERVERS = List.of(
            new Endpoint("127.31.6.1", 2181), new Endpoint("127.31.6.2", 2181), new Endpoint("127.31.6.3", 2181));
    private static final KafkaLayout SOURCE = KafkaLayout.first("visits", "dc_old", "127.31.4", 1);
    private static final KafkaLayout DESTINATION = KafkaLayout.first("visits", "dc_new", "127.31.5", 1)
            .withSettings(Map.of(
                    "default.replication.factor", "1",
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1"))
            .onZooKeeper(NEW_SERVERS.get(0) + "," + NEW_SERVERS.get(1) + "," + NEW_SERVERS.get(2) + CHROOT);

    @TempDir
    private static Path secrets;

    private static ZooKeeperLayout ensemble;
    private static KafkaRig rig;
    private static LabSteps steps;

    @BeforeAll
    static void startTheEnsemble() throws Exception {
        TestLab.rest();
        discard();
        ensemble = new ZooKeeperLayout(
                new ClusterName("visits"),
                "dc_old",
                "127.31.7",
                3,
                Map.of(
                        "reconfigEnabled",
                        "true",
                        "DigestAuthenticationProvider.superDigest",
                        DigestAuthenticationProvider.generateDigest(SUPER)));
        TestLab.lab().zookeeper(ensemble.cluster(), ensemble.orders()).start();
        rig = rig(Optional.of(secret("right", SUPER)));
        steps = new LabSteps(SharedClusterPlan.of("lab", move(rig)), rig.cluster());
    }

    @AfterAll
    static void endEverything() {
        rig.close();
        discard();
    }

    private static void discard() {
        TestLab.lab().directory().nodes().stream()
                .filter(node -> node.description().cluster().equals("visits"))
                .forEach(LabNode::retire);
    }

    private static KafkaRig rig(Optional<SecretReference> credentials) {
        return new KafkaRig(
                SOURCE,
                DESTINATION,
                SharedClusterPlan.STRATEGY,
                new KafkaMetadata(Mode.ZOOKEEPER, ensemble.endpoints(), Optional.of(CHROOT), List.of(), credentials),
                NEW_SERVERS);
    }

    private static SecretReference secret(String name, String value) throws Exception {
        return new SecretReference(
                "file:" + Files.writeString(secrets.resolve(name), value).toAbsolutePath());
    }

    /** As planned without a look at brokers: those that go are not needed here. */
    private static SharedClusterMove move(KafkaRig rig) {
        return new SharedClusterMove(
                MovingNodes.of(rig.cluster()),
                Optional.empty(),
                Optional.empty(),
                MetadataLook.at(rig.cluster()),
                BrokerFile.UNSEEN,
                Ingest.UNKNOWN);
    }

    @Test
    @Order(1)
    void thePlanHandsVotesOverOnlyWhereZooKeeperKnowsTheSuperUserAndForksElsewhere() throws Exception {
        long before = ServerWords.membership(ensemble.endpoints().get(0)).version();
        assertThat(objections(rig(Optional.of(secret("right", SUPER))))).isEmpty();
        assertThat(objections(rig(Optional.of(secret("wrong", "super:wrong-word")))))
                .singleElement()
                .asString()
                .contains("wrong) is not the super user")
                .doesNotContain("wrong-word");
        assertThat(objections(rig(Optional.of(new SecretReference("env:NOBODY_HAS_SET_THIS")))))
                .singleElement()
                .asString()
                .contains("NOBODY_HAS_SET_THIS");
        assertThat(tags(rig)).contains("promote-metadata", "leave-servers").doesNotContain("fork-metadata");
        assertThat(tags(rig(Optional.empty()))).contains("fork-metadata").doesNotContain("promote-metadata");
        assertThat(ServerWords.membership(ensemble.endpoints().get(0)).version())
                .as("planning changes nothing")
                .isEqualTo(before);
    }

    private static List<Objection> objections(KafkaRig rig) {
        return MetadataLook.at(rig.cluster()).orElseThrow().promotion().objections();
    }

    private static List<String> tags(KafkaRig rig) {
        return SharedClusterPlan.of("lab", move(rig)).steps().stream()
                .map(step -> step.apply().tag())
                .toList();
    }

    @Test
    @Order(2)
    void newServersObserveAndTheBrokerUsesOnlyThem() {
        steps.provide("provision-zookeeper");

        rig.complete(new JoinObserversHandler(), steps.apply("join-zookeeper", JoinObservers.class));

        TestLab.lab().kafka(DESTINATION.cluster(), DESTINATION.orders()).start();
    }

    @Test
    @Order(3)
    void votesChangeHandsOneByOneThoughConvoyDiesBeforeEachAnswer() throws Exception {
        PromoteMetadata step = steps.apply("promote-zookeeper", PromoteMetadata.class);
        int leader = leader(step.leaving());
        List<Change> asked = new ArrayList<>();
        long session = brokersSession();

        try (ZnodeWriter writer = new ZnodeWriter(NEW_SERVERS, CHROOT)) {
            List<String> evidence = rig.complete(new DyingHandlers(rig.links(), asked), step);

            assertThat(evidence).anyMatch(line -> line.contains("127.31.6.3:2181]"));
            System.out.println("During the promotion: " + writer.report());
            assertThat(writer.lost()).isEmpty();
            assertThat(writer.acknowledged()).isGreaterThan(50);
        }

        assertThat(asked).hasSize(3 + 3);
        assertThat(asked.subList(0, 3)).allMatch(change -> change.joining().isPresent());
        assertThat(asked.subList(3, 6))
                .extracting(change -> change.leaving().orElseThrow())
                .containsExactlyInAnyOrder(1, 2, 3)
                .endsWith(leader);
        assertThat(NEW_SERVERS)
                .allSatisfy(server ->
                        assertThat(ServerWords.membership(server).voters()).containsExactly(4, 5, 6));
        assertThat(brokersSession()).isEqualTo(session);
    }

    /** Each of them asks for one reconfiguration, which is carried out, and never hears of it. */
    private static final class DyingHandlers implements StepHandler<PromoteMetadata> {

        private final KafkaLinks links;
        private final List<Change> asked;

        DyingHandlers(KafkaLinks links, List<Change> asked) {
            this.links = links;
            this.asked = asked;
        }

        @Override
        public Class<PromoteMetadata> stepType() {
            return PromoteMetadata.class;
        }

        @Override
        public Outcome advance(PromoteMetadata step, StepContext context) {
            try {
                return new PromoteMetadataHandler(links, this::carryOutAndDie).advance(step, context);
            } catch (Killed e) {
                return Outcome.waiting("another Convoy starts", Duration.ZERO);
            }
        }

        private void carryOutAndDie(Change change, List<Endpoint> servers, SecretReference credentials) {
            asked.add(change);
            try {
                PromoteMetadataHandler.reconfigure(change, servers, credentials);
            } catch (UnreachableKafkaException e) {
                // As the leader answers when it gives up its vote.
            }
            throw new Killed();
        }
    }

    private static final class Killed extends RuntimeException {}

    @Test
    @Order(4)
    void whoStillUsesAnOldServerIsNamedBeforeItStops() throws Exception {
        PromoteMetadata step = steps.apply("promote-zookeeper", PromoteMetadata.class);
        PromoteMetadataHandler handler = new PromoteMetadataHandler(rig.links());
        ZooKeeper straggler = new ZooKeeper(ensemble.endpoints().get(0).toString(), 15_000, event -> {});
        straggler.exists("/", false);

        Outcome outcome = rig.until(handler, step, any -> true);

        straggler.close();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Blocked.class, blocked -> assertThat(blocked.reason())
                .contains("127.0.0.1"));
        rig.complete(handler, step);
    }

    @Test
    @Order(5)
    void oldServersFollowAsLongAsTheyRunAndAreNotTakenForGone() {
        LeaveServers step = steps.apply("leave-zookeeper", LeaveServers.class);

        Outcome outcome = rig.until(new LeaveServersHandler(), step, any -> true);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Waiting.class, waiting -> assertThat(
                        waiting.progress().detail())
                .contains("127.31.7.1:2181")
                .contains("still run"));
        // Each joins the new leader anew after the last reconfiguration, in its own time.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        SeparationProof.standing(step.servers(), List.of()).doubts())
                .anyMatch(doubt -> doubt.contains("zk_synced_non_voting_followers=3")));
    }

    @Test
    @Order(6)
    void theClusterLivesOnWhenTheyHaveStopped() {
        steps.retire("retire-zookeeper");

        rig.complete(new LeaveServersHandler(), steps.apply("leave-zookeeper", LeaveServers.class));

        TopicLoader.load(DESTINATION.bootstrapServers(), new TopicOrder("after", 1, 1, ByteSize.parse("1MiB")));
        assertThat(TestLab.lab().directory().nodes().stream()
                        .filter(node -> node.description().cluster().equals("visits"))
                        .filter(node -> node.description().software().equals("zookeeper"))
                        .count())
                .isEqualTo(3);
    }

    private static int leader(List<PlannedServer> servers) {
        return servers.stream()
                .filter(server -> ServerWords.state(server.at()).is(Condition.LEADER))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static long brokersSession() throws Exception {
        ZooKeeper client = new ZooKeeper(NEW_SERVERS.get(0).toString(), 15_000, event -> {});
        try {
            return client.exists(CHROOT + "/brokers/ids/1", false).getEphemeralOwner();
        } finally {
            client.close();
        }
    }
}
