package io.convoy.execution;

import io.convoy.base.Actor;
import io.convoy.base.StepId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Moves of a run that people make, each with its audit entry and its trigger, in the caller's transaction. */
@ApplicationScoped
class RunMoves {

    private final RunStore store;
    private final RunTriggers triggers;
    private final RunGuards guards;
    private final Clock clock;

    RunMoves(RunStore store, RunTriggers triggers, RunGuards guards, Clock clock) {
        this.store = store;
        this.triggers = triggers;
        this.guards = guards;
        this.clock = clock;
    }

    void begin(Run run, Instant now) {
        guards.audit(
                run.startedBy(),
                "run.created",
                run,
                Map.of("planDigest", run.planDigest().value()));
        triggers.next(run.id(), now);
    }

    Run move(Run run, RunState next, Actor by) {
        Run moved = store.write(run, next, clock.instant());
        guards.audit(by, "run." + next.word().toLowerCase(Locale.ROOT), run, next.reason());
        return moved;
    }

    /** Convoy goes on with it, by the word of somebody who has read where it stood. */
    Run drive(Run run, RunState next, Actor by) {
        guards.accept(run, by);
        Run moved = move(run, next, by);
        triggers.next(run.id(), clock.instant());
        return moved;
    }

    void ask(Run run, RunRequest request) {
        store.request(run.id(), request);
        guards.audit(
                request.by(),
                "run.asked-to-" + request.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                run,
                "");
        triggers.nudge(run.id());
    }

    void confirmed(Run run, StepId step, String comment, Actor by) {
        guards.audit(by, "step.confirmed", run, Map.of("step", step.value(), "comment", comment));
        triggers.nudge(run.id());
    }
}
