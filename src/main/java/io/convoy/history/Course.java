package io.convoy.history;

import java.util.Optional;

/** What becomes of runs and their steps. */
final class Course {

    private final Past past;
    private final Occupancy occupancy = new Occupancy();

    Course(Past past) {
        this.past = past;
    }

    Occupancy occupancy() {
        return occupancy;
    }

    void add(Act act) {
        if (act.is("run.created")) {
            created(act);
        } else if (act.is(Act.ADMITTED)) {
            admitted(act);
        } else {
            past.run(act).ifPresent(run -> moved(act, run));
        }
    }

    private void created(Act act) {
        ClusterThen cluster = past.cluster(act.cluster());
        cluster.run().ifPresent(this::leaves);
        cluster.runs(new RunThen(act.run(), act.text("planDigest")));
    }

    private void admitted(Act act) {
        ClusterThen cluster = past.cluster(act.cluster());
        Optional<RunThen> created = past.run(act);
        cluster.run().filter(other -> created.isEmpty()).ifPresent(this::leaves);
        RunThen run = created.orElseGet(() -> new RunThen(act.run(), act.text("plan")));
        SubjectThen subject = SubjectThen.of(act);
        cluster.runs(run);
        run.admitted(act, subject);
        cluster.admitted(act, subject);
        past.joins(cluster, act.text("wave"));
        occupancy.settle(past.program(), act.at());
        occupancy.moves(subject);
    }

    private void moved(Act act, RunThen run) {
        switch (act.word()) {
            case "step.begun" -> begun(act, run);
            case "step.done" -> run.tries(act.text("step"), Way.FORWARD).done(act);
            case "step.undone" -> run.tries(act.text("step"), Way.BACK).done(act);
            case "step.failed" -> run.triesUnderWay(act.text("step")).ended();
            case "step.gave-up", "step.limit" -> stopped(act, run);
            case "run.paused", "run.needs_attention" -> run.standsStill(act);
            case "run.running" -> run.goesOn();
            case "run.rolling_back" -> turned(act, run);
            case "step.done.last", "run.succeeded" -> ended(act, run, true);
            case "step.undone.last", "run.rolled_back" -> ended(act, run, false);
            default -> {}
        }
    }

    private void begun(Act act, RunThen run) {
        run.tries(act.text("step"), act.way())
                .begun(act.details().path("attempt").asLong());
        if (act.way() == Way.BACK) {
            run.turnsBack(act);
        } else if (act.details().path("passesReturn").asBoolean() && !run.pastReturn()) {
            run.passesReturn();
            run.admission().ifPresent(admitted -> occupancy.passes(admitted.subject(), 1));
        }
    }

    private static void stopped(Act act, RunThen run) {
        run.triesUnderWay(act.text("step")).ended();
        run.standsStill(act);
    }

    private static void turned(Act act, RunThen run) {
        run.goesOn();
        run.turnsBack(act);
    }

    private void ended(Act act, RunThen run, boolean succeeded) {
        past.cluster(act.cluster()).ended(run, succeeded, act);
        if (succeeded && run.admission().isPresent()) {
            noLongerPastReturn(run);
            occupancy.soaks(run, run.admission().get().subject(), act.at());
        } else {
            leaves(run);
        }
    }

    private void leaves(RunThen run) {
        noLongerPastReturn(run);
        run.admission().ifPresent(admitted -> occupancy.stops(admitted.subject()));
    }

    private void noLongerPastReturn(RunThen run) {
        if (run.pastReturn()) {
            run.admission().ifPresent(admitted -> occupancy.passes(admitted.subject(), -1));
        }
    }
}
