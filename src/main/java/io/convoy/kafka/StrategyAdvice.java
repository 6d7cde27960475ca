package io.convoy.kafka;

import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the reviewer of a plan why it follows this strategy, and what the others would have meant. Pure. */
final class StrategyAdvice {

    private static final String SUBJECT = "strategy";

    private static final Map<String, String> GIVEN_UP = Map.of(
            SharedClusterPlan.STRATEGY,
            "Every partition is copied, both sides run one version, and clients need both networks while it lasts.",
            DrainOutPlan.STRATEGY,
            "Order across the switch, offsets, and all that stands in the source when it has been read.",
            MirrorMakerPlan.STRATEGY,
            "Order across the switch, exactly-once processing, and transactions as a whole; consumers get some records twice.");

    private final StrategyChoice choice;

    StrategyAdvice(StrategyChoice choice) {
        this.choice = choice;
    }

    /** The plan for a cluster whose inventory leaves the strategy to Convoy. */
    ChangePlan proposed(ChangePlan plan) {
        List<Finding> findings = new ArrayList<>();
        choice.unsolved()
                .ifPresent(reason -> findings.add(new Finding(
                        Severity.BLOCKER,
                        SUBJECT,
                        reason,
                        "Remove a reason, or say in the inventory's target what may be given up.")));
        findings.add(new Finding(
                Severity.NOTE,
                SUBJECT,
                "Convoy proposes " + choice.proposed() + ": " + choice.why() + ". It gives up: "
                        + GIVEN_UP.get(choice.proposed()),
                "Name another one in target.strategy if you know better."));
        choice.against().keySet().stream()
                .sorted()
                .filter(other -> !other.equals(choice.proposed()))
                .forEach(other -> findings.add(whyNot(other)));
        List<Fact> facts = new ArrayList<>(plan.facts());
        facts.add(fact());
        return with(plan, plan.summary() + " Proposed by Convoy: " + choice.why() + ".", findings, facts);
    }

    /** The plan for a cluster whose inventory demands this very strategy. */
    ChangePlan demanded(ChangePlan plan) {
        List<String> against = choice.against(plan.strategy());
        Finding finding = new Finding(
                against.isEmpty() ? Severity.NOTE : Severity.WARNING,
                SUBJECT,
                "The inventory demands " + plan.strategy() + ". It gives up: " + GIVEN_UP.get(plan.strategy())
                        + (against.isEmpty() ? "" : " Against it speaks: " + String.join("; ", against) + "."),
                choice.proposed().equals(plan.strategy())
                        ? "Convoy would propose the same."
                        : "Convoy would propose " + choice.proposed() + ": " + choice.why() + ".");
        return with(plan, plan.summary(), List.of(finding), plan.facts());
    }

    /** What makes a proposed plan stale when it becomes another one. */
    Fact fact() {
        return new Fact("strategy", choice.proposed(), Fact.Weight.BINDING);
    }

    private Finding whyNot(String other) {
        List<String> against = choice.against(other);
        return new Finding(
                Severity.NOTE,
                SUBJECT,
                "Not " + other + ": "
                        + (against.isEmpty() ? "it would do too, and costs more" : String.join("; ", against)) + ".",
                "It would give up: " + GIVEN_UP.get(other));
    }

    private static ChangePlan with(ChangePlan plan, String summary, List<Finding> first, List<Fact> facts) {
        List<Finding> findings = new ArrayList<>(first);
        findings.addAll(plan.findings());
        return new ChangePlan(plan.fleet(), plan.cluster(), plan.strategy(), summary, findings, facts, plan.steps());
    }
}
