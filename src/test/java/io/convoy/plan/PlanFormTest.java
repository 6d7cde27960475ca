package io.convoy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlanFormTest {

    @TestFactory
    Stream<DynamicTest> everyKindOfStepIsReadBackAsItWasWritten() {
        return StepFamily.variants().stream()
                .map(variant -> DynamicTest.dynamicTest(Step.tagOf(variant), () -> readsBack(variant)));
    }

    private static void readsBack(Class<? extends Step> variant) {
        Step sample = SampleValues.of(variant);
        ChangePlan plan = SamplePlans.of(
                SamplePlans.step("010-a", sample, Undo.by(sample, "Back.")),
                SamplePlans.step("020-b", sample, Undo.none("No way back.")));

        assertThat(PlanForm.fromYaml(PlanForm.yaml(plan))).isEqualTo(plan);
        assertThat(PlanForm.fromJson(PlanForm.json(plan))).isEqualTo(plan);
        assertThat(PlanForm.yaml(plan)).contains("step: " + sample.tag());
    }

    @Test
    void allStepsOfTheFamilyHaveTagsOfTheirOwn() {
        List<String> tags = StepFamily.variants().stream().map(Step::tagOf).toList();

        assertThat(tags).doesNotHaveDuplicates().contains("set-replication", "point-of-no-return");
    }

    @Test
    void writingWhatWasReadGivesTheSameBytes() {
        String yaml = PlanForm.yaml(SamplePlans.ofEverything());

        assertThat(PlanForm.yaml(PlanForm.fromYaml(yaml))).isEqualTo(yaml);
        assertThat(PlanForm.digest(PlanForm.fromYaml(yaml))).isEqualTo(PlanForm.digest(SamplePlans.ofEverything()));
    }

    @Test
    void theYamlReadsLikeAPage() {
        ChangePlan plan = SamplePlans.of(SamplePlans.gate("010-ask", "Go on?"));

        assertThat(PlanForm.yaml(plan)).isEqualTo("""
                apiVersion: convoy/v1
                kind: ChangePlan
                fleet: acme
                cluster: orders
                strategy: cassandra-add-datacenter
                summary: Moves.
                findings: []
                facts: []
                steps:
                  - id: 010-ask
                    phase: phase
                    title: Title
                    apply:
                      step: gate
                      question: Go on?
                    undo:
                      why: A question needs none
                    why: Because.
                    expected: PT1M30S
                    limit: PT1H
                """);
    }

    @Test
    void anotherPlanHasAnotherDigest() {
        ChangePlan one = SamplePlans.of(SamplePlans.gate("010-ask", "Go on?"));
        ChangePlan other = SamplePlans.of(SamplePlans.gate("010-ask", "Go on!"));

        assertThat(PlanForm.digest(one)).isNotEqualTo(PlanForm.digest(other));
    }

    @Test
    void whatIsNoChangePlanIsRefused() {
        assertThatThrownBy(() -> PlanForm.fromYaml("kind: Inventory\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("This is not a change plan");
        assertThatThrownBy(() -> PlanForm.fromYaml("[1, 2]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mappings");
    }

    @Test
    void aPlanWithAnUnknownOrAMissingKeyIsRefused() {
        String yaml = PlanForm.yaml(SamplePlans.of(SamplePlans.gate("010-ask", "Go on?")));

        assertThatThrownBy(() -> PlanForm.fromYaml(yaml + "colour: red\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> PlanForm.fromYaml(yaml.replace("facts: []\n", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("facts");
    }
}
