package io.convoy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlanMarkdownTest {

    @TestFactory
    Stream<DynamicTest> everyKindOfStepHasItsWords() {
        return StepFamily.variants().stream()
                .map(variant -> DynamicTest.dynamicTest(
                        Step.tagOf(variant), () -> assertThat(StepGlossary.words(SampleValues.of(variant)))
                                .isNotBlank()));
    }

    @Test
    void thePageHasEveryChapter() {
        String page = PlanMarkdown.of(SamplePlans.ofEverything());

        assertThat(page)
                .startsWith("# Change plan: orders")
                .contains("```mermaid")
                .contains("## What was found")
                .contains("## The steps")
                .contains("## The rollback")
                .contains("## What the clients feel")
                .contains("## What this plan does not protect from")
                .contains("## What the plan relies on")
                .contains(PlanForm.digest(SamplePlans.ofEverything()).value());
    }

    @Test
    void theRollbackTakesTheUndosBackwardsAndStopsAtThePointOfNoReturn() {
        GeneralStep.Gate back = new GeneralStep.Gate("Back?");
        ChangePlan plan = SamplePlans.of(
                SamplePlans.step("010-a", back, Undo.by(back, "A.")),
                SamplePlans.step("020-b", back, Undo.none("B.")),
                SamplePlans.step("030-c", back, Undo.by(back, "C.")),
                SamplePlans.step("040-d", new GeneralStep.PointOfNoReturn("No way back."), Undo.none("D.")),
                SamplePlans.step("050-e", back, Undo.by(back, "E.")));

        String page = PlanMarkdown.of(plan);
        String rollback = page.substring(page.indexOf("## The rollback"), page.indexOf("## What the clients"));

        assertThat(rollback).contains("| 1 | `030-c` |", "| 2 | `010-a` |").doesNotContain("020-b", "050-e");
        assertThat(page).contains("| point of no return | `040-d`, after about 4 min 30 s |");
    }

    @Test
    void aBlockedPlanSaysSoAndOffersNoApproval() {
        Finding blocker = new Finding(Finding.Severity.BLOCKER, "node a", "It is | down.", "Start it.");

        String page = PlanMarkdown.of(SamplePlans.of(List.of(blocker), List.of(), List.of()));

        assertThat(page)
                .contains("**blocked** by 1 findings")
                .contains("| ⛔ **blocker** | node a | It is \\| down. | Start it. |")
                .doesNotContain("./convoy approve");
    }

    @Test
    void durationsReadAsPeopleSayThem() {
        assertThat(DurationWords.of(Duration.ZERO)).isEqualTo("0 s");
        assertThat(DurationWords.of(Duration.ofSeconds(20))).isEqualTo("20 s");
        assertThat(DurationWords.of(Duration.ofMinutes(61))).isEqualTo("1 h 1 min");
        assertThat(DurationWords.of(Duration.ofHours(51).plusSeconds(5))).isEqualTo("2 d 3 h");
    }
}
