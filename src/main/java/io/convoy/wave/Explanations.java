package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.Run;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import io.convoy.program.Admission;
import io.convoy.program.Keeper;
import io.convoy.program.Phase;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Asks admission and the cluster's run why it is where it is. */
@ApplicationScoped
public class Explanations {

    private final WaveReports reports;
    private final Runs runs;
    private final ApprovedPlans plans;
    private final Forecasts forecasts;

    Explanations(WaveReports reports, Runs runs, ApprovedPlans plans, Forecasts forecasts) {
        this.reports = reports;
        this.runs = runs;
        this.plans = plans;
        this.forecasts = forecasts;
    }

    /** Asks the cluster itself, outside any transaction, where nothing that is stored keeps it. */
    public Explanation of(ClusterName cluster) {
        Explanation why =
                QuarkusTransaction.requiringNew().call(() -> stored(cluster)).orElseGet(() -> lookedAt(cluster));
        return why.keptBy().isPresent() ? why.starting(forecasts.startOf(cluster)) : why;
    }

    private Explanation lookedAt(ClusterName cluster) {
        Optional<String> stale = plans.staleness(cluster);
        return new Explanation(
                cluster,
                false,
                stale.orElse("It starts now"),
                stale.map(reason -> "STALE"),
                Optional.empty(),
                Optional.empty());
    }

    /** Empty where it would start. */
    private Optional<Explanation> stored(ClusterName cluster) {
        Roster roster = reports.roster();
        Situation situation = reports.situation(roster);
        Optional<Phase> phase = roster.find(cluster)
                .map(member -> situation.standings().get(member.place()).phase());
        Optional<Run> run = runs.latest(cluster);
        if (phase.isEmpty()) {
            return Optional.of(ofRun(cluster, run, "It is in no wave: name it in the program (PUT /api/v1/program)"));
        }
        if (phase.get() == Phase.SKIPPED) {
            return Optional.of(
                    still(cluster, "It is skipped: POST /api/v1/clusters/" + cluster + "/retry takes it up again"));
        }
        if (phase.get() != Phase.NOT_STARTED) {
            return Optional.of(ofRun(cluster, run, "It has not started"));
        }
        return Optional.ofNullable(
                        WaveReports.keepers(Admission.decide(roster, situation)).get(cluster))
                .map(keeper -> of(cluster, keeper));
    }

    private static Explanation of(ClusterName cluster, Keeper keeper) {
        return new Explanation(
                cluster, false, keeper.words(), Optional.of(keeper.kind()), keeper.release(), Optional.empty());
    }

    private static Explanation still(ClusterName cluster, String reason) {
        return new Explanation(cluster, false, reason, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Explanation ofRun(ClusterName cluster, Optional<Run> run, String otherwise) {
        if (run.isEmpty()) {
            return still(cluster, otherwise);
        }
        RunState state = run.get().state();
        String reason = "Its run " + run.get().id() + " is " + state.word()
                + (state.reason().isEmpty() ? "" : ": " + state.reason());
        Optional<Instant> release =
                state instanceof RunState.Waiting waiting ? Optional.of(waiting.until()) : Optional.empty();
        return new Explanation(cluster, state.isDriven(), reason, Optional.empty(), release, Optional.empty());
    }
}
