package io.convoy.wave;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.execution.Run;
import io.convoy.execution.Runs;
import io.convoy.program.AuditForm;
import io.convoy.program.Member;
import io.convoy.program.Thresholds;
import io.convoy.program.WaveState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What admission does: it begins runs and pauses waves. Joins the caller's transaction. */
@ApplicationScoped
class Starts {

    private final ProgramStore store;
    private final ApprovedPlans plans;
    private final Runs runs;
    private final Waves waves;
    private final AuditLog audit;

    Starts(ProgramStore store, ApprovedPlans plans, Runs runs, Waves waves, AuditLog audit) {
        this.store = store;
        this.plans = plans;
        this.runs = runs;
        this.waves = waves;
        this.audit = audit;
    }

    boolean isAnyWaveStarted() {
        return store.waves().values().stream().anyMatch(wave -> wave.state() == WaveState.STARTED);
    }

    /** Nobody else starts anything or changes the program until the transaction ends. */
    void lock() {
        store.lock();
    }

    void start(Member member) {
        ApprovedPlans.Approved plan = plans.approved(member.cluster()).orElseThrow();
        Run run = runs.start(member.cluster(), member.wave().name(), plan.revision(), plan.digest(), Actor.CONVOY);
        audit.record(Actor.CONVOY, "run.admitted", member.cluster().value(), details(member, run, plan));
    }

    void pause(List<Thresholds.Breach> breaches) {
        store.lock();
        breaches.forEach(breach -> waves.pause(breach.wave().name(), breach.reason(), Actor.CONVOY));
    }

    /** Enough to prove afterwards, from the audit alone, that no limit was exceeded. */
    private static Map<String, Object> details(Member member, Run run, ApprovedPlans.Approved plan) {
        Map<String, Object> details = new TreeMap<>();
        details.put("run", run.id().toString());
        details.put("wave", member.wave().name());
        details.put("plan", plan.digest().value());
        details.put("soak", member.wave().clusterSoaking().toSeconds());
        details.putAll(AuditForm.subject(member.subject()));
        return details;
    }
}
