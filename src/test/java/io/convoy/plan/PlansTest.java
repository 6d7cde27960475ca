package io.convoy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.PostgresForTests;
import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryImports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PlansTest {

    private static final Actor ANN = new Actor("ann");
    private static final Actor BOB = new Actor("bob");
    private static final Fact NODES = new Fact("nodes", "3", Fact.Weight.BINDING);

    private final Plans plans;
    private final InventoryImports imports;
    private final AuditLog audit;
    private final FakePlanner planner;

    PlansTest(Plans plans, InventoryImports imports, AuditLog audit, FakePlanner planner) {
        this.plans = plans;
        this.imports = imports;
        this.audit = audit;
        this.planner = planner;
    }

    @Test
    void planningTwiceGivesTheSameRevisionUntilSomethingDiffers() {
        ClusterName cluster = imported("twice", FakePlanner.STRATEGY);
        planner.sees(NODES);

        Plans.Made first = plans.make(cluster, ANN);
        Plans.Made again = plans.make(cluster, BOB);
        planner.sees(new Fact("nodes", "4", Fact.Weight.BINDING));
        Plans.Made other = plans.make(cluster, BOB);

        assertThat(first.created()).isTrue();
        assertThat(again.created()).isFalse();
        assertThat(again.revision()).isEqualTo(first.revision());
        assertThat(other.revision().revision()).isEqualTo(2);
        assertThat(plans.find(cluster, "latest")).isEqualTo(other.revision());
        assertThat(plans.find(cluster, "1").digest())
                .isEqualTo(PlanForm.digest(first.revision().plan()));
        assertThat(plans.revisions(cluster)).hasSize(2);
        assertThat(plans.difference(cluster, 1, 2).facts())
                .extracting(FactChange::name)
                .containsExactly("nodes");
    }

    @Test
    void anApprovalNamesTheDigestAndIsAudited() {
        ClusterName cluster = imported("approved", FakePlanner.STRATEGY);
        planner.sees(NODES);
        PlanRevision plan = plans.make(cluster, ANN).revision();

        Approval approval = plans.approve(cluster, 1, plan.digest(), "Looks good", BOB);

        assertThat(approval.by()).isEqualTo(BOB);
        assertThat(approval.digest()).isEqualTo(plan.digest());
        assertThat(plans.approval(cluster)).contains(approval);
        assertThat(plans.approval(cluster, 1)).contains(approval);
        assertThat(audit.list(0, 1000, Optional.of("cluster:" + cluster)))
                .extracting(entry -> entry.act().act())
                .contains("plan.made", "plan.approved");
    }

    @Test
    void anotherDigestIsRefused() {
        ClusterName cluster = imported("digest", FakePlanner.STRATEGY);
        planner.sees(NODES);
        plans.make(cluster, ANN);

        assertThatThrownBy(() -> plans.approve(cluster, 1, Digest.of("something else"), "", BOB))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.detail()).contains("review it and approve that digest");
                });
    }

    @Test
    void aPlanWithABlockerIsRefusedWithItsRemedy() {
        ClusterName cluster = imported("blocked", FakePlanner.STRATEGY);
        planner.sees(NODES);
        planner.finds(new Finding(Finding.Severity.BLOCKER, "node a", "It is down.", "Start it."));
        PlanRevision plan = plans.make(cluster, ANN).revision();

        assertThatThrownBy(() -> plans.approve(cluster, 1, plan.digest(), "", BOB))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::problems, InstanceOfAssertFactories.list(Problem.class))
                .extracting(Problem::message)
                .containsExactly("node a: It is down. Start it.");
    }

    @Test
    void aPlanWhoseClusterHasChangedIsRefusedWithTheChangedFactsNamed() {
        ClusterName cluster = imported("stale", FakePlanner.STRATEGY);
        planner.sees(NODES);
        PlanRevision plan = plans.make(cluster, ANN).revision();
        planner.sees(NODES, new Fact("keyspace.new.replication", "three", Fact.Weight.BINDING));

        assertThat(plans.staleness(cluster, 1)).isInstanceOf(StalenessVerdict.MustPlanAgain.class);
        assertThatThrownBy(() -> plans.approve(cluster, 1, plan.digest(), "", BOB))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.detail()).contains("keyspace.new.replication: was not there, is 'three'");
                });
        assertThat(plans.approval(cluster)).isEmpty();
    }

    @Test
    void approvingANewerRevisionEndsTheOlderApproval() {
        ClusterName cluster = imported("newer", FakePlanner.STRATEGY);
        planner.sees(NODES);
        PlanRevision one = plans.make(cluster, ANN).revision();
        plans.approve(cluster, 1, one.digest(), "", ANN);
        planner.sees(new Fact("nodes", "4", Fact.Weight.BINDING));
        PlanRevision two = plans.make(cluster, ANN).revision();

        plans.approve(cluster, 2, two.digest(), "", BOB);

        assertThat(plans.approval(cluster)).map(Approval::revision).contains(2);
        assertThat(plans.approval(cluster, 1)).isEmpty();
        List<Approval> history = plans.approvals(cluster);
        assertThat(history).extracting(Approval::revision).containsExactly(2, 1);
        assertThat(history.get(1).withdrawal()).map(Approval.Withdrawal::by).contains(BOB);
    }

    @Test
    void aWithdrawnApprovalIsGoneAndCannotBeWithdrawnTwice() {
        ClusterName cluster = imported("withdrawn", FakePlanner.STRATEGY);
        planner.sees(NODES);
        PlanRevision plan = plans.make(cluster, ANN).revision();
        plans.approve(cluster, 1, plan.digest(), "", ANN);

        plans.withdraw(cluster, 1, BOB);

        assertThat(plans.approval(cluster)).isEmpty();
        assertThatThrownBy(() -> plans.withdraw(cluster, 1, BOB)).hasMessageContaining("is not approved");
    }

    @Test
    void approvingAgainIsANewApproval() {
        ClusterName cluster = imported("again-approved", FakePlanner.STRATEGY);
        planner.sees(NODES);
        PlanRevision plan = plans.make(cluster, ANN).revision();
        Approval first = plans.approve(cluster, 1, plan.digest(), "", ANN);

        Approval second = plans.approve(cluster, 1, plan.digest(), "", ANN);

        assertThat(second.at()).isAfterOrEqualTo(first.at());
        assertThat(plans.approvals(cluster)).hasSize(2);
    }

    @Test
    void anUnknownStrategyIsRefusedWithTheKnownOnes() {
        ClusterName cluster = imported("unknown", "fly");

        assertThatThrownBy(() -> plans.make(cluster, ANN))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                    assertThat(refusal.detail()).contains("nobody plans 'fly'").contains(FakePlanner.STRATEGY);
                });
    }

    @Test
    void whatIsNotThereIsNotFound() {
        ClusterName cluster = imported("empty", FakePlanner.STRATEGY);

        assertThatThrownBy(() -> plans.find(cluster, "latest")).hasMessageContaining("has no plan yet");
        assertThatThrownBy(() -> plans.find(cluster, "7")).hasMessageContaining("has no revision 7");
        assertThatThrownBy(() -> plans.find(cluster, "newest")).hasMessageContaining("is no revision");
        assertThatThrownBy(() -> plans.make(new ClusterName("nobody"), ANN))
                .hasMessageContaining("There is no cluster");
    }

    private ClusterName imported(String name, String strategy) {
        String fleet = """
                apiVersion: convoy/v1
                kind: Inventory
                fleet: plans-%1$s
                clusters:
                  - name: plans-%1$s
                    kind: cassandra
                    version: 5.0.9
                    datacenters:
                      - {name: dc1, provider: aws, region: us-east-1, racks: [{name: a, nodes: 3}]}
                    target: {strategy: %2$s}
                """.formatted(name, strategy);
        imports.run(ANN, ImportFormat.YAML, fleet.getBytes(StandardCharsets.UTF_8), Optional.empty());
        return new ClusterName("plans-" + name);
    }
}
