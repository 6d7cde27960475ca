package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.Run;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Asks admission and the cluster's run why it is where it is. */
@ApplicationScoped
public class Explanations {

    private final ProgramStore store;
    private final Candidates candidates;
    private final Runs runs;
    private final ApprovedPlans plans;
    private final Clock clock;

    Explanations(ProgramStore store, Candidates candidates, Runs runs, ApprovedPlans plans, Clock clock) {
        this.store = store;
        this.candidates = candidates;
        this.runs = runs;
        this.plans = plans;
        this.clock = clock;
    }

    /** Asks the cluster itself, outside any transaction, where nothing that is stored keeps it. */
    public Explanation of(ClusterName cluster) {
        return QuarkusTransaction.requiringNew()
                .call(() -> stored(cluster))
                .orElseGet(() -> new Explanation(
                        cluster, false, plans.staleness(cluster).orElse("It starts now"), Optional.empty()));
    }

    /** Empty where it would start. */
    private Optional<Explanation> stored(ClusterName cluster) {
        Optional<Run> run =
                runs.all().stream().filter(one -> one.cluster().equals(cluster)).findFirst();
        Program program = store.program();
        List<Candidate> all = candidates.of(program, store.waveStates());
        return all.stream()
                .filter(candidate -> candidate.cluster().equals(cluster))
                .findFirst()
                .map(candidate -> of(candidate, run, decisions(program, all)))
                .orElseGet(() -> Optional.of(
                        ofRun(cluster, run, "It is in no wave: name it in the program (PUT /api/v1/program)")));
    }

    private List<Decision> decisions(Program program, List<Candidate> all) {
        return Admission.decide(program.limits(), all, store.holds(), clock.instant());
    }

    private static Optional<Explanation> of(Candidate candidate, Optional<Run> run, List<Decision> decisions) {
        if (candidate.run() != Candidate.Progress.NOT_STARTED) {
            return Optional.of(ofRun(candidate.cluster(), run, "It has not started"));
        }
        return WaveReports.withheld(candidate, decisions)
                .map(held -> new Explanation(candidate.cluster(), false, held.reason(), held.expectedRelease()));
    }

    private static Explanation ofRun(ClusterName cluster, Optional<Run> run, String otherwise) {
        if (run.isEmpty()) {
            return new Explanation(cluster, false, otherwise, Optional.empty());
        }
        RunState state = run.get().state();
        String reason = "Its run " + run.get().id() + " is " + state.word()
                + (state.reason().isEmpty() ? "" : ": " + state.reason());
        Optional<java.time.Instant> release =
                state instanceof RunState.Waiting waiting ? Optional.of(waiting.until()) : Optional.empty();
        return new Explanation(cluster, state.isDriven(), reason, release);
    }
}
