package io.convoy.cassandra;

import io.convoy.base.StepId;
import io.convoy.execution.Difference;
import io.convoy.execution.Position;
import io.convoy.execution.RunState.Direction;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Fact;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import io.convoy.plan.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a test is going to do to a cluster, as a plan that was made of what was seen of it before. */
record Foreseen(MoveRig rig, ChangePlan plan) {

    static Foreseen of(MoveRig rig, List<Step> steps) {
        Topology seen = new TopologyObserver(rig.links()).observe(rig.cluster());
        List<Fact> facts = new ArrayList<>();
        seen.members()
                .forEach(member ->
                        facts.add(fact("node." + member.address(), member.datacenter() + " " + member.rack())));
        seen.keyspaces()
                .forEach(keyspace -> facts.add(fact(
                        "keyspace." + keyspace.name() + ".replication",
                        keyspace.replication().toString())));
        List<PlannedStep> planned = new ArrayList<>();
        steps.forEach(step -> planned.add(step(planned.size(), step)));
        planned.add(step(planned.size(), new Gate("Is it done?")));
        return new Foreseen(
                rig,
                new ChangePlan(
                        "lab",
                        rig.cluster().name(),
                        AddDatacenterPlan.STRATEGY,
                        "What the test does.",
                        List.of(),
                        facts,
                        planned));
    }

    /** What would be told of the cluster once all of it is done. */
    List<Difference> changes() {
        Position end = new Position(plan, plan.steps().size() - 1, Direction.FORWARD);
        return new CassandraChangeProbe(rig.links()).differences(rig.cluster(), end);
    }

    private static Fact fact(String name, String value) {
        return new Fact(name, value, Fact.Weight.BINDING);
    }

    private static PlannedStep step(int number, Step step) {
        return new PlannedStep(
                new StepId("step-" + number),
                "phase",
                "Do it",
                step,
                Undo.none("It is a test."),
                "It is a test.",
                Duration.ZERO,
                Duration.ZERO);
    }
}
