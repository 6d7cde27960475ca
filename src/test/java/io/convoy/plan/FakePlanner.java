package io.convoy.plan;

import io.convoy.base.Refusal;
import io.convoy.base.StepId;
import io.convoy.inventory.Cluster;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plans whatever a test says that the cluster looks like. */
@Singleton
public final class FakePlanner implements Planner {

    public static final String STRATEGY = "test-strategy";

    private List<Fact> facts = List.of();
    private List<Finding> findings = List.of();

    public void sees(Fact... seen) {
        facts = List.of(seen);
        findings = List.of();
    }

    void finds(Finding finding) {
        findings = List.of(finding);
    }

    @Override
    public String strategy() {
        return STRATEGY;
    }

    @Override
    public ChangePlan plan(String fleet, Cluster cluster) {
        if (cluster.datacenters().isEmpty()) {
            throw Refusal.conflict("A cluster has datacenters");
        }
        return new ChangePlan(
                fleet, cluster.name(), STRATEGY, "Asks.", findings, facts, new ArrayList<>(List.of(step())));
    }

    @Override
    public List<Fact> facts(Cluster cluster) {
        return facts;
    }

    private static PlannedStep step() {
        return new PlannedStep(
                new StepId("010-ask"),
                "Ask",
                "Ask somebody",
                new GeneralStep.Gate("Go on?"),
                Undo.none("A question needs none."),
                "To be sure.",
                Duration.ofMinutes(1),
                Duration.ofHours(1));
    }
}
