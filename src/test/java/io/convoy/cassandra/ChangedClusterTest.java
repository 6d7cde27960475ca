package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.execution.Difference;
import io.convoy.execution.Position;
import io.convoy.execution.RunState.Direction;
import io.convoy.plan.CassandraStep.DecommissionNode;
import io.convoy.plan.CassandraStep.JoinDatacenter;
import io.convoy.plan.CassandraStep.RebuildDatacenter;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Replication;
import io.convoy.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody else has changed is told from what the plan does, at every position of a plan, there and back. */
class ChangedClusterTest {

    static Stream<Topology> rings() {
        return AddDatacenterPlanTest.rings();
    }

    @ParameterizedTest
    @MethodSource("rings")
    void nothingThatThePlanDoesOnItsWayIsTakenForSomebodyElsesChange(Topology ring) {
        ChangePlan plan = plan(ring);
        ModelCluster cluster = ModelCluster.of(ring);

        for (int step = 0; step < plan.steps().size(); step++) {
            Position at = new Position(plan, step, Direction.FORWARD);
            assertThat(seen(cluster, at)).as("before " + id(plan, step)).isEmpty();
            cluster.take(plan.steps().get(step).apply());
            assertThat(seen(cluster, at)).as("after " + id(plan, step)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rings")
    void nothingThatARollbackDoesIsTakenForSomebodyElsesChange(Topology ring) {
        ChangePlan plan = plan(ring);
        int last = plan.steps().indexOf(plan.step(plan.pointOfNoReturn().orElseThrow()));
        for (int reached = 0; reached <= last; reached++) {
            ModelCluster cluster = ModelCluster.of(ring);
            plan.steps().subList(0, reached + 1).forEach(step -> cluster.take(step.apply()));

            for (int step = reached; step >= 0; step--) {
                Position at = new Position(plan, step, Direction.BACK);
                assertThat(seen(cluster, at))
                        .as("from " + reached + " before undoing " + id(plan, step))
                        .isEmpty();
                plan.steps().get(step).undo().step().ifPresent(cluster::take);
                assertThat(seen(cluster, at))
                        .as("from " + reached + " after undoing " + id(plan, step))
                        .isEmpty();
            }
        }
    }

    @Test
    void aKeyspaceThatIsNewIsToldAtEveryPosition() {
        eachPosition((cluster, at) -> {
            cluster.keyspaces.put("sudden", Replication.perDatacenter(Map.of("dc_old", 3)));

            assertThat(seen(cluster, at))
                    .singleElement()
                    .hasToString("keyspace sudden is new, with NetworkTopologyStrategy{dc_old=3}, expected was none of"
                            + " this name, so no step moves it");
        });
    }

    @Test
    void aKeyspaceThatIsReplicatedInAnotherWayIsToldAtEveryPosition() {
        eachPosition((cluster, at) -> {
            cluster.keyspaces.put("shop", Replication.perDatacenter(Map.of("dc_old", 7)));

            assertThat(seen(cluster, at)).singleElement().satisfies(difference -> {
                assertThat(difference.subject()).isEqualTo("keyspace shop");
                assertThat(difference.found()).isEqualTo("NetworkTopologyStrategy{dc_old=7}");
            });
        });
    }

    @Test
    void aReplicationThatWasTakenBackByHandIsTold() {
        ChangePlan plan = plan(TestClusters.ring());
        int rebuild = first(plan, RebuildDatacenter.class);
        ModelCluster cluster = reached(plan, rebuild);
        cluster.keyspaces.computeIfPresent("shop", (name, replication) -> replication.without("dc_new"));

        assertThat(seen(cluster, new Position(plan, rebuild, Direction.FORWARD)))
                .extracting(Difference::subject)
                .containsExactly("keyspace shop");
    }

    @Test
    void aReplicationThatTheNextStepButOneWouldMakeIsTold() {
        ChangePlan plan = plan(TestClusters.ring());
        int join = first(plan, JoinDatacenter.class);
        ModelCluster cluster = reached(plan, join);
        plan.steps().subList(join, plan.steps().size()).stream()
                .map(PlannedStep::apply)
                .filter(step ->
                        step instanceof SetReplication set && set.keyspace().equals("shop"))
                .findFirst()
                .ifPresent(cluster::take);

        assertThat(seen(cluster, new Position(plan, join, Direction.FORWARD)))
                .extracting(Difference::subject)
                .containsExactly("keyspace shop");
    }

    @Test
    void aKeyspaceThatIsGoneIsTold() {
        eachPosition((cluster, at) -> {
            cluster.keyspaces.remove("shop");

            assertThat(seen(cluster, at)).singleElement().satisfies(difference -> assertThat(difference.toString())
                    .startsWith("keyspace shop is gone, expected was "));
        });
    }

    @Test
    void cassandrasOwnNewKeyspacesAreNobodysChange() {
        eachPosition((cluster, at) -> {
            cluster.keyspaces.put("system_metrics", Replication.perDatacenter(Map.of("dc_old", 3)));

            assertThat(seen(cluster, at)).isEmpty();
        });
    }

    @Test
    void aNodeThatNobodyPlannedIsToldAtEveryPosition() {
        eachPosition((cluster, at) -> {
            cluster.join("10.99.0.1", "dc_old", "r1");

            assertThat(seen(cluster, at))
                    .singleElement()
                    .hasToString("node 10.99.0.1 is new in dc_old r1, expected was no such node");
        });
    }

    @Test
    void aNodeThatHasLeftOrMovedIsToldUntilItsDatacenterLeaves() {
        ChangePlan plan = plan(TestClusters.ring());
        int leaves = first(plan, DecommissionNode.class);
        String victim = TestClusters.ring().members().get(0).address();
        eachPosition((cluster, at) -> {
            cluster.leave(victim);

            if (at.step() < leaves) {
                assertThat(seen(cluster, at))
                        .extracting(Difference::subject, Difference::found)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("node " + victim, "gone from the ring"));
                cluster.join(victim, "dc_old", "elsewhere");
                assertThat(seen(cluster, at))
                        .extracting(Difference::subject, Difference::found)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("node " + victim, "in dc_old elsewhere"));
            } else {
                assertThat(seen(cluster, at)).isEmpty();
            }
        });
    }

    @Test
    void aNodeThatComesBackAfterItsDecommissionIsTold() {
        ChangePlan plan = plan(TestClusters.ring());
        int last = plan.steps().size() - 1;
        String victim = TestClusters.ring().members().get(0).address();
        ModelCluster cluster = reached(plan, last);
        cluster.join(victim, "dc_old", "r1");

        assertThat(seen(cluster, new Position(plan, last, Direction.FORWARD)))
                .singleElement()
                .hasToString("node " + victim + " is in the ring, in dc_old r1, expected was that it has left");
    }

    @Test
    void aDatacenterThatHasJoinedKeepsItsNumberOfNodesInEachRack() {
        ChangePlan plan = plan(TestClusters.ring());
        int rebuild = first(plan, RebuildDatacenter.class);
        ModelCluster cluster = reached(plan, rebuild);
        Position at = new Position(plan, rebuild, Direction.FORWARD);
        Peer replaced = cluster.peers().stream()
                .filter(peer -> peer.datacenter().equals("dc_new"))
                .findFirst()
                .orElseThrow();

        cluster.leave(replaced.address());
        assertThat(seen(cluster, at)).singleElement().satisfies(difference -> assertThat(difference.subject())
                .isEqualTo("rack " + replaced.rack() + " of dc_new"));

        cluster.join("10.99.0.1", "dc_new", replaced.rack());
        assertThat(seen(cluster, at)).as("a node in the place of another").isEmpty();

        cluster.join("10.99.0.2", "dc_new", replaced.rack());
        assertThat(seen(cluster, at)).hasSize(1);
    }

    @Test
    void aNodeThatIsOnlyJustJoiningIsNotJudgedBeforeItsPlaceIsKnown() {
        eachPosition((cluster, at) -> {
            cluster.join("10.99.0.1", "unknown", "unknown");

            assertThat(seen(cluster, at)).isEmpty();
        });
    }

    private interface Trial {
        void at(ModelCluster cluster, Position at);
    }

    /** On the way forward, with a cluster as each step finds it. */
    private static void eachPosition(Trial trial) {
        ChangePlan plan = plan(TestClusters.ring());
        for (int step = 0; step < plan.steps().size(); step++) {
            trial.at(reached(plan, step), new Position(plan, step, Direction.FORWARD));
        }
    }

    private static ModelCluster reached(ChangePlan plan, int step) {
        ModelCluster cluster = ModelCluster.of(TestClusters.ring());
        plan.steps().subList(0, step).forEach(taken -> cluster.take(taken.apply()));
        return cluster;
    }

    private static int first(ChangePlan plan, Class<? extends Step> kind) {
        return plan.steps().stream()
                .map(PlannedStep::apply)
                .map(Step::getClass)
                .map(Class.class::cast)
                .toList()
                .indexOf(kind);
    }

    private static String id(ChangePlan plan, int step) {
        return plan.steps().get(step).id().value();
    }

    private static List<Difference> seen(ModelCluster cluster, Position at) {
        return Stream.concat(
                        new ExpectedRing(at).differences(cluster.peers()).stream(),
                        new ExpectedKeyspaces(at).differences(cluster.keyspaces).stream())
                .toList();
    }

    private static ChangePlan plan(Topology ring) {
        return new AddDatacenterPlan(TestClusters.POLICY).of("fleet", TestClusters.orders(), Optional.of(ring));
    }
}
