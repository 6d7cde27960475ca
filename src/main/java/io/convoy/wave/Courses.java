package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.Attempt;
import io.convoy.execution.Run;
import io.convoy.execution.RunReport;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import io.convoy.plan.GeneralStep;
import io.convoy.plan.PlannedStep;
import io.convoy.program.Member;
import io.convoy.program.Phase;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import io.convoy.simulation.Course;
import io.convoy.simulation.Leg;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is ahead of each cluster: the steps of its plan where it moves, else what clusters of its kind and size usually need. */
@ApplicationScoped
class Courses {

    private static final double SPREAD = 1.6;

    private final Runs runs;

    Courses(Runs runs) {
        this.runs = runs;
    }

    /** In the roster's order. */
    List<Course> of(Roster roster, Situation situation) {
        Map<ClusterName, Run> latest = runs.latest();
        return roster.members().stream()
                .map(member -> course(member, roster, situation, latest))
                .toList();
    }

    private Course course(Member member, Roster roster, Situation situation, Map<ClusterName, Run> latest) {
        if (situation.of(member).phase() == Phase.MOVING) {
            RunReport report = runs.report(
                    Objects.requireNonNull(latest.get(member.cluster())).id());
            if (report.run().state() instanceof RunState.Active at) {
                Duration elapsed = elapsed(report.steps().get(at.step()), situation.now());
                return Course.of(report.steps().stream()
                                .map(step -> leg(step.planned()))
                                .toList())
                        .standingAt(at.step(), elapsed);
            }
        }
        return Course.usual(member.subject(), roster.program().paceOrUsual());
    }

    private static Duration elapsed(RunReport.StepReport step, Instant now) {
        return step.attempts().stream()
                .map(Attempt::startedAt)
                .max(Instant::compareTo)
                .map(began -> Duration.between(began, now))
                .orElse(Duration.ZERO);
    }

    private static Leg leg(PlannedStep planned) {
        String step = planned.id().value();
        if (planned.apply() instanceof GeneralStep.PointOfNoReturn) {
            return Leg.ofNoReturn(step, planned.expected());
        }
        return planned.apply().interruptible()
                ? Leg.interruptible(step, planned.expected(), SPREAD)
                : Leg.atomic(step, planned.expected(), SPREAD);
    }
}
