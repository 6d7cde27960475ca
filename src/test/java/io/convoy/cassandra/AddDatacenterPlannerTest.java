package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.SecretReference;
import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.StalenessVerdict;
import io.convoy.plan.StalenessVerdict.Fresh;
import io.convoy.plan.StalenessVerdict.MustPlanAgain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AddDatacenterPlannerTest {

    private static final TopologySource UNREACHABLE = cluster -> {
        throw new UnreachableClusterException("Nobody answers");
    };

    @Test
    void itPlansForTheRingThatItSees() {
        ChangePlan plan = planner(cluster -> TestClusters.ring()).plan("acme", TestClusters.orders());

        assertThat(plan.isBlocked()).isFalse();
        assertThat(plan.strategy()).isEqualTo("cassandra-add-datacenter");
        assertThat(plan.fleet()).isEqualTo("acme");
    }

    @Test
    void theFactsOfAnUnchangedRingAreFresh() {
        AddDatacenterPlanner planner = planner(cluster -> TestClusters.ring());
        ChangePlan plan = planner.plan("acme", TestClusters.orders());

        assertThat(StalenessVerdict.of(plan.facts(), planner.facts(TestClusters.orders())))
                .isInstanceOf(Fresh.class);
    }

    @Test
    void aNewKeyspaceMakesThePlanStale() {
        ChangePlan plan = planner(cluster -> TestClusters.ring()).plan("acme", TestClusters.orders());
        Topology later = RingMaker.healthy()
                .keyspaces(TestClusters.keyspace("new", TestClusters.perDatacenter("dc_old", 3)))
                .made();

        StalenessVerdict verdict =
                StalenessVerdict.of(plan.facts(), planner(cluster -> later).facts(TestClusters.orders()));

        assertThat(verdict).isInstanceOf(MustPlanAgain.class);
        assertThat(verdict.changed()).extracting(change -> change.name()).contains("keyspace.new.replication");
    }

    @Test
    void aClusterThatDoesNotAnswerGetsABlockedSketch() {
        ChangePlan plan = planner(UNREACHABLE).plan("acme", TestClusters.orders());

        assertThat(plan.isBlocked()).isTrue();
        assertThat(plan.facts()).contains(new Fact("observed", "no", Fact.Weight.BINDING));
        assertThat(plan.steps()).extracting(PlannedStep::phase).contains("rebuild", "retirement");
    }

    @Test
    void aLoginThatCannotBeReadIsLikeAClusterThatDoesNotAnswer() {
        TopologySource source = cluster -> {
            throw new Credentials.UnreadableSecret(new SecretReference("env:ORDERS_CQL"), "it is not set");
        };

        assertThat(planner(source).plan("acme", TestClusters.orders()).isBlocked())
                .isTrue();
    }

    @Test
    void aClusterThatNobodySaysHowToReachIsNotLookedAt() {
        AtomicInteger looks = new AtomicInteger();
        TopologySource counting = cluster -> {
            looks.incrementAndGet();
            return TestClusters.ring();
        };
        Cluster hidden =
                TestClusters.orders(List.of(TestClusters.target(3, Optional.of("dc_old"))), Map.of(), Optional.empty());

        planner(counting).plan("acme", hidden);

        assertThat(looks).hasValue(0);
    }

    private static AddDatacenterPlanner planner(TopologySource source) {
        return new AddDatacenterPlanner(source, new PlanningSettings() {
            @Override
            public String role() {
                return TestClusters.POLICY.superuser();
            }

            @Override
            public String password() {
                return TestClusters.POLICY.password().value();
            }
        });
    }
}
