package io.convoy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.StepId;
import io.convoy.plan.PlanDifference.FieldChange;
import io.convoy.plan.PlanDifference.Kind;
import io.convoy.plan.PlanDifference.StepChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

    @Test
    void equalPlansDifferInNothing() {
        assertThat(PlanDifference.between(SamplePlans.ofEverything(), SamplePlans.ofEverything())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aStepThatComesInBetweenDoesNotMakeTheLaterOnesNew() {
        ChangePlan earlier = SamplePlans.of(SamplePlans.gate("010-a", "A?"), SamplePlans.gate("020-c", "C?"));
        ChangePlan later = SamplePlans.of(
                SamplePlans.gate("010-a", "A?"), SamplePlans.gate("020-b", "B?"), SamplePlans.gate("030-c", "C?"));

        assertThat(PlanDifference.between(earlier, later).steps())
                .containsExactly(new StepChange(Kind.ADDED, new StepId("020-b"), "Title", List.of()));
        assertThat(PlanDifference.between(later, earlier).steps())
                .containsExactly(new StepChange(Kind.REMOVED, new StepId("020-b"), "Title", List.of()));
    }

    @Test
    void aChangedStepNamesItsFields() {
        ChangePlan earlier = SamplePlans.of(SamplePlans.gate("010-a", "A?"));
        ChangePlan later = SamplePlans.of(SamplePlans.gate("010-a", "Really?"));

        assertThat(PlanDifference.between(earlier, later).steps())
                .containsExactly(new StepChange(
                        Kind.CHANGED,
                        new StepId("010-a"),
                        "Title",
                        List.of(new FieldChange(
                                "/apply/question", Optional.of("\"A?\""), Optional.of("\"Really?\"")))));
    }

    @Test
    void aReplicationThatGainsADatacenterShowsOnlyThat() {
        Step one = new CassandraStep.SetReplication("shop", Replication.perDatacenter(java.util.Map.of("old", 3)));
        Step two = new CassandraStep.SetReplication(
                "shop", Replication.perDatacenter(java.util.Map.of("old", 3)).with("new", 2));
        ChangePlan earlier = SamplePlans.of(SamplePlans.step("010-a", one, Undo.none("No.")));
        ChangePlan later = SamplePlans.of(SamplePlans.step("010-a", two, Undo.none("No.")));

        assertThat(PlanDifference.between(earlier, later).steps().get(0).fields())
                .containsExactly(new FieldChange("/apply/replication/factors/new", Optional.empty(), Optional.of("2")));
    }

    @Test
    void findingsFactsAndTheSummaryAreComparedToo() {
        Finding finding = new Finding(Finding.Severity.NOTE, "a", "b", "c");
        Fact fact = new Fact("nodes", "3", Fact.Weight.BINDING);
        ChangePlan earlier = SamplePlans.of(List.of(finding), List.of(fact), List.of());
        ChangePlan later = new ChangePlan(
                earlier.fleet(), earlier.cluster(), earlier.strategy(), "Other.", List.of(), List.of(), List.of());

        PlanDifference difference = PlanDifference.between(earlier, later);

        assertThat(difference.findings()).containsExactly(new PlanDifference.FindingChange(Kind.REMOVED, finding));
        assertThat(difference.facts()).extracting(FactChange::name).containsExactly("nodes");
        assertThat(difference.fields()).extracting(FieldChange::pointer).containsExactly("/summary");
    }
}
