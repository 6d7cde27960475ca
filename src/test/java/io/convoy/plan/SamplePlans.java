package io.convoy.plan;

import io.convoy.base.ClusterName;
import io.convoy.base.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plans for tests that do not care what a plan is about. */
final class SamplePlans {

    private SamplePlans() {}

    static ChangePlan of(PlannedStep... steps) {
        return of(List.of(), List.of(), List.of(steps));
    }

    static ChangePlan of(List<Finding> findings, List<Fact> facts, List<PlannedStep> steps) {
        return new ChangePlan(
                "acme", new ClusterName("orders"), "cassandra-add-datacenter", "Moves.", findings, facts, steps);
    }

    static ChangePlan withFacts(Fact... facts) {
        return of(List.of(), List.of(facts), List.of());
    }

    static PlannedStep step(String id, Step apply, Undo undo) {
        return new PlannedStep(
                new StepId(id), "phase", "Title", apply, undo, "Because.", Duration.ofSeconds(90), Duration.ofHours(1));
    }

    static PlannedStep gate(String id, String question) {
        return step(id, new GeneralStep.Gate(question), Undo.none("A question needs none"));
    }

    /** A plan in which every kind of step occurs, to do and to undo. */
    static ChangePlan ofEverything() {
        List<PlannedStep> steps = new ArrayList<>();
        for (Class<? extends Step> variant : StepFamily.variants()) {
            Step sample = SampleValues.of(variant);
            steps.add(step("%03d-%s".formatted(steps.size() + 1, sample.tag()), sample, Undo.by(sample, "Back.")));
        }
        Finding finding = new Finding(Finding.Severity.WARNING, "node 127.0.1.1", "It is | down", "Start it");
        Fact fact = new Fact("versions", "5.0", Fact.Weight.REVIEW);
        return of(List.of(finding), List.of(fact), steps);
    }
}
