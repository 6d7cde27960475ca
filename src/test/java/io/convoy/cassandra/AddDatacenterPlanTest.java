package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.Refusal;
import io.convoy.base.StepId;
import io.convoy.inventory.CassandraCluster;
import io.convoy.plan.CassandraStep.DecommissionNode;
import io.convoy.plan.CassandraStep.FreezeSchema;
import io.convoy.plan.CassandraStep.JoinDatacenter;
import io.convoy.plan.CassandraStep.RebuildDatacenter;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Finding;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.PlanForm;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Replication;
import io.convoy.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddDatacenterPlanTest {

    static Stream<Topology> rings() {
        List<Keyspace> plain = TestClusters.keyspaces();
        List<Keyspace> settled = List.of(
                TestClusters.keyspace("system_auth", TestClusters.perDatacenter("dc_old", 3)),
                TestClusters.keyspace("shop", TestClusters.perDatacenter("dc_old", 5)));
        List<Keyspace> nothing = List.of(TestClusters.keyspace("system_auth", TestClusters.simple(1)));
        List<Member> twoDatacenters = new ArrayList<>(TestClusters.members("dc_old", 1, 3));
        twoDatacenters.addAll(TestClusters.members("dc_old2", 3, 2));
        List<Keyspace> inTwo = List.of(
                TestClusters.keyspace("system_auth", TestClusters.perDatacenter("dc_old", 3, "dc_old2", 2)),
                TestClusters.keyspace("shop", TestClusters.perDatacenter("dc_old", 3, "dc_old2", 2)),
                TestClusters.keyspace("local", TestClusters.perDatacenter("dc_old2", 2)));
        return Stream.of(
                TestClusters.ring(),
                TestClusters.ring(TestClusters.members("dc_old", 1, 3), settled),
                TestClusters.ring(TestClusters.members("dc_old", 1, 1), nothing),
                TestClusters.ring(TestClusters.members("dc_old", 1, 7), plain),
                TestClusters.ring(twoDatacenters, inTwo));
    }

    @ParameterizedTest
    @MethodSource("rings")
    void takenToItsEndThePlanLeavesTheSourceAndKeepsTheReplicas(Topology ring) {
        ReplicationModel model = ReplicationModel.of(ring);

        plan(ring).steps().forEach(step -> model.take(step.apply()));

        assertThat(model.nodes).doesNotContainKey("dc_old").containsKey("dc_new");
        model.keyspaces.forEach((name, replication) -> {
            assertThat(replication.in("dc_old")).as(name).isZero();
            assertThat(replication.factors()).as(name).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("rings")
    void takenBackFromAnyStepBeforeThePointOfNoReturnEverythingIsAsItWas(Topology ring) {
        ChangePlan plan = plan(ring);
        int last = plan.steps().indexOf(plan.step(plan.pointOfNoReturn().orElseThrow()));

        for (int reached = 0; reached <= last; reached++) {
            ReplicationModel model = ReplicationModel.of(ring);
            List<PlannedStep> taken = new ArrayList<>(plan.steps().subList(0, reached));
            taken.forEach(step -> model.take(step.apply()));
            Collections.reverse(taken);
            taken.forEach(step -> step.undo().step().ifPresent(model::take));

            Map<String, Replication> expected = new TreeMap<>(ReplicationModel.of(ring).keyspaces);
            taken.forEach(step -> expected.putAll(settledForGood(step)));
            assertThat(model.keyspaces).as("after " + reached + " steps").isEqualTo(expected);
            assertThat(model.nodes).isEqualTo(ReplicationModel.of(ring).nodes);
        }
    }

    /** A keyspace whose placement changed when it was settled stays settled: going back would lose rows. */
    private static Map<String, Replication> settledForGood(PlannedStep step) {
        boolean goesBack =
                step.undo().step().filter(undo -> !undo.equals(step.apply())).isPresent();
        return step.phase().equals("safety") && step.apply() instanceof SetReplication change && !goesBack
                ? Map.of(change.keyspace(), change.replication())
                : Map.of();
    }

    @ParameterizedTest
    @MethodSource("rings")
    void beforeThePointOfNoReturnNoStepTakesAReplicaFromTheSource(Topology ring) {
        ReplicationModel model = ReplicationModel.of(ring);
        for (PlannedStep step : plan(ring).steps()) {
            if (step.apply() instanceof PointOfNoReturn) {
                return;
            }
            Map<String, Replication> before = new TreeMap<>(model.keyspaces);
            model.take(step.apply());
            model.keyspaces.forEach((name, replication) -> {
                Replication was = before.getOrDefault(name, replication);
                if (was.isPerDatacenter()) {
                    assertThat(replication.in("dc_old")).as(name).isGreaterThanOrEqualTo(was.in("dc_old"));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("rings")
    void everyStepSaysWhyAndHowItIsUndone(Topology ring) {
        for (PlannedStep step : plan(ring).steps()) {
            assertThat(step.why()).as(step.id().value()).isNotBlank().endsWith(".");
            assertThat(step.undo().why()).as(step.id().value()).isNotBlank().endsWith(".");
            assertThat(step.title()).isNotBlank().doesNotEndWith(".");
            assertThat(step.expected()).isPositive();
            assertThat(step.limit()).isGreaterThan(step.expected());
        }
    }

    @ParameterizedTest
    @MethodSource("rings")
    void idsAreUniqueAndInTheOrderOfTheSteps(Topology ring) {
        List<String> ids =
                plan(ring).steps().stream().map(step -> step.id().value()).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rings")
    void theSameRingSeenInAnotherOrderGivesTheSameBytes(Topology ring) {
        String expected = PlanForm.yaml(plan(ring));
        for (int seed = 0; seed < 20; seed++) {
            assertThat(PlanForm.yaml(plan(shuffled(ring, new Random(seed))))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("rings")
    void thePlanSurvivesItsWrittenForm(Topology ring) {
        ChangePlan plan = plan(ring);

        assertThat(PlanForm.fromYaml(PlanForm.yaml(plan))).isEqualTo(plan);
    }

    @Test
    void anIdleClustersFactsAndPlanStayTheSameWhileItsDataGrowsALittleAndTablesComeAndGo() {
        Topology before = TestClusters.ring();
        List<Member> grown = before.members().stream()
                .map(member -> withLoad(member, member.load().bytes() + 1_000_000))
                .toList();
        List<Keyspace> busy = before.keyspaces().stream()
                .map(keyspace -> new Keyspace(
                        keyspace.name(),
                        keyspace.replication(),
                        List.of(new Keyspace.Table("rows", 864_000), new Keyspace.Table("scratch_17", 864_000))))
                .toList();

        assertThat(plan(TestClusters.ring(grown, busy))).isEqualTo(plan(before));
    }

    @Test
    void systemAuthComesFirstAndTheUsersKeyspacesLast() {
        List<String> replicated = plan(TestClusters.ring()).steps().stream()
                .filter(step -> step.phase().equals("replication"))
                .map(step -> step.id().value().substring(4))
                .toList();

        assertThat(replicated)
                .containsExactly(
                        "replicate-system_auth",
                        "repair-system_auth",
                        "replicate-system_distributed",
                        "replicate-system_traces",
                        "replicate-reaper_db",
                        "replicate-billing",
                        "replicate-shop");
    }

    @Test
    void noNodeJoinsBeforeEveryKeyspaceCountsItsReplicasPerDatacenter() {
        ReplicationModel model = ReplicationModel.of(TestClusters.ring());
        for (PlannedStep step : plan(TestClusters.ring()).steps()) {
            if (step.apply() instanceof JoinDatacenter) {
                break;
            }
            model.take(step.apply());
        }

        assertThat(model.keyspaces.values()).allMatch(Replication::isPerDatacenter);
    }

    @Test
    void whereNetworkTopologyPlacesRowsElsewhereTheKeyspaceIsRepairedAndStays() {
        ChangePlan plan = plan(TestClusters.ring(TestClusters.members("dc_old", 1, 7), TestClusters.keyspaces()));

        PlannedStep settle = ending(plan, "settle-system_distributed");
        assertThat(settle.undo().step()).isEmpty();
        assertThat(settle.undo().why()).contains("would move replicas to nodes that lack rows");
        assertThat(ending(plan, "settle-repair-system_distributed")).isNotNull();
        assertThat(ending(plan, "settle-system_auth").undo().step())
                .contains(ending(plan, "settle-system_auth").apply());
    }

    @Test
    void theFreezeReachesEveryDatacenterAndEndsAfterTheRebuild() {
        Topology ring = rings().reduce((one, other) -> other).orElseThrow();
        List<Class<?>> kinds = new ArrayList<>();
        plan(ring).steps().forEach(step -> kinds.add(step.apply().getClass()));

        FreezeSchema freeze = only(plan(ring), FreezeSchema.class);
        assertThat(freeze.datacenters()).containsExactly("dc_new", "dc_old", "dc_old2");
        assertThat(kinds.indexOf(FreezeSchema.class)).isLessThan(kinds.indexOf(RebuildDatacenter.class));
    }

    @Test
    void anotherDatacenterIsLeftAlone() {
        Topology ring = rings().reduce((one, other) -> other).orElseThrow();
        ReplicationModel model = ReplicationModel.of(ring);

        plan(ring).steps().forEach(step -> model.take(step.apply()));

        assertThat(model.keyspaces.get("shop")).isEqualTo(TestClusters.perDatacenter("dc_new", 3, "dc_old2", 2));
        assertThat(model.keyspaces.get("local")).isEqualTo(TestClusters.perDatacenter("dc_old2", 2));
        assertThat(plan(ring).findings())
                .extracting(Finding::subject, Finding::message)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "keyspace local", "It has no replica in dc_old, so it gets none in dc_new."));
    }

    @Test
    void theNewNodesAreMadeLikeTheOldOnes() {
        ProvisionNodes order = only(plan(TestClusters.ring()), ProvisionNodes.class);

        assertThat(order.settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "auto_bootstrap", "false",
                        "cluster_name", "orders",
                        "endpoint_snitch", "GossipingPropertyFileSnitch",
                        "num_tokens", "16",
                        "partitioner", "Murmur3Partitioner",
                        "seeds", "127.0.1.1,127.0.1.2,127.0.1.3"));
        assertThat(order.version()).isEqualTo("5.0.9");
    }

    @Test
    void onlyTheLastNodeLeavesByForce() {
        List<Boolean> forces = plan(TestClusters.ring()).steps().stream()
                .map(PlannedStep::apply)
                .filter(DecommissionNode.class::isInstance)
                .map(step -> ((DecommissionNode) step).force())
                .toList();

        assertThat(forces).containsExactly(false, false, true);
    }

    @Test
    void aDatacenterThatReplacesNoneIsOnlyAdded() {
        CassandraCluster cluster = TestClusters.orders(TestClusters.target(3, Optional.empty()));

        ChangePlan plan = planner().of("acme", cluster, Optional.of(TestClusters.ring()));

        assertThat(plan.pointOfNoReturn()).isEmpty();
        assertThat(plan.steps()).noneMatch(step -> step.apply() instanceof DecommissionNode);
        assertThat(plan.summary()).contains("Nothing is taken away");
    }

    @Test
    void withoutALookAtTheRingThePlanIsABlockedSketch() {
        ChangePlan plan = planner().of("acme", TestClusters.orders(), Optional.empty());

        assertThat(plan.isBlocked()).isTrue();
        assertThat(plan.findings().get(0).message())
                .startsWith("It was not observed: none of its contact points answered");
        assertThat(plan.findings().get(0).remedy()).contains("contactPoints");
        assertThat(plan.steps()).extracting(step -> step.id().value()).contains("030-provision-dc_new");
        assertThat(plan.steps()).noneMatch(step -> step.apply() instanceof SetReplication);
    }

    @Test
    void aClusterNobodyCanReachSaysSo() {
        CassandraCluster hidden =
                TestClusters.orders(List.of(TestClusters.target(3, Optional.of("dc_old"))), Map.of(), Optional.empty());

        ChangePlan plan = planner().of("acme", hidden, Optional.empty());

        assertThat(plan.findings().get(0).message()).contains("the inventory does not say how to reach it");
    }

    @Test
    void aTargetWithoutADatacenterIsRefused() {
        CassandraCluster cluster = TestClusters.orders(List.of(), Map.of(), Optional.empty());

        assertThatThrownBy(() -> planner().of("acme", cluster, Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("its target names 0 datacenters: name one");
    }

    @Test
    void aThousandNodesKeepTheirStepsInOrder() {
        Topology ring = TestClusters.ring(TestClusters.members("dc_old", 1, 250), TestClusters.keyspaces());
        List<String> ids =
                plan(ring).steps().stream().map(step -> step.id().value()).toList();

        assertThat(ids).isSorted().hasSizeGreaterThan(250);
        Set<String> words = new HashSet<>();
        ids.forEach(id -> words.add(id.substring(id.indexOf('-') + 1)));
        assertThat(words).hasSameSizeAs(ids);
    }

    private static AddDatacenterPlan planner() {
        return new AddDatacenterPlan(TestClusters.POLICY);
    }

    private static ChangePlan plan(Topology ring) {
        return planner().of("acme", TestClusters.orders(), Optional.of(ring));
    }

    private static PlannedStep ending(ChangePlan plan, String word) {
        StepId id = plan.steps().stream()
                .map(PlannedStep::id)
                .filter(each -> each.value().endsWith("0-" + word))
                .findFirst()
                .orElseThrow();
        return plan.step(id);
    }

    private static <S extends Step> S only(ChangePlan plan, Class<S> type) {
        return plan.steps().stream()
                .map(PlannedStep::apply)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Topology shuffled(Topology ring, Random random) {
        List<Member> members = new ArrayList<>(ring.members());
        Collections.shuffle(members, random);
        List<Keyspace> keyspaces = new ArrayList<>(ring.keyspaces());
        Collections.shuffle(keyspaces, random);
        List<String> superusers = new ArrayList<>(ring.superusers());
        Collections.shuffle(superusers, random);
        return new Topology(
                ring.clusterName(),
                ring.partitioner(),
                ring.snitch(),
                members,
                keyspaces,
                ring.schemaVersions(),
                superusers,
                ring.clients());
    }

    private static Member withLoad(Member member, long bytes) {
        return new Member(
                member.address(),
                member.hostId(),
                member.datacenter(),
                member.rack(),
                member.version(),
                member.up(),
                member.mode(),
                member.tokens(),
                new io.convoy.base.ByteSize(bytes),
                member.diskFree(),
                member.activities(),
                member.rebuildMemory());
    }
}
