package io.convoy.wave;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.Refusal;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import io.convoy.program.Roster;
import io.convoy.program.Thresholds;
import io.convoy.program.Wave;
import io.convoy.program.WaveStanding;
import io.convoy.program.WaveState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** What people may do with waves. */
@ApplicationScoped
public class Waves {

    private final ProgramStore store;
    private final WaveReports reports;
    private final Runs runs;
    private final AuditLog audit;
    private final Clock clock;

    Waves(ProgramStore store, WaveReports reports, Runs runs, AuditLog audit, Clock clock) {
        this.store = store;
        this.reports = reports;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void start(String wave, Actor by) {
        accept(wave, by);
    }

    /** Starts nothing more of the wave, and pauses its runs at their next safe points. */
    @Transactional
    public void pause(String wave, Actor by) {
        pause(wave, "", by);
    }

    void pause(String wave, String reason, Actor by) {
        stop(wave, WaveState.PAUSED, reason, by);
    }

    /** Starts on, and resumes the runs that stand paused; the failures that there are so far are borne from now on. */
    @Transactional
    public void resume(String wave, Actor by) {
        accept(wave, by);
        runs.active().stream()
                .filter(run -> run.wave().equals(wave) && run.state() instanceof RunState.Paused)
                .forEach(run -> runs.resume(run.id(), by));
    }

    /** Starts nothing more of the wave and pauses its runs; what becomes of each is decided run by run. */
    @Transactional
    public void abort(String wave, Actor by) {
        stop(wave, WaveState.ABORTED, "", by);
    }

    private void accept(String name, Actor by) {
        Wave wave = existing(name);
        store.lock();
        Roster roster = reports.roster();
        int failures = Thresholds.failed(roster, reports.situation(roster), wave);
        change(name, new WaveStanding(WaveState.STARTED, failures), "", by);
    }

    private void stop(String name, WaveState state, String reason, Actor by) {
        existing(name);
        store.lock();
        int borne = store.waves().getOrDefault(name, WaveStanding.PLANNED).failuresBorne();
        change(name, new WaveStanding(state, borne), reason, by);
        runs.active().stream().filter(run -> run.wave().equals(name)).forEach(run -> runs.pause(run.id(), by));
    }

    private Wave existing(String name) {
        return store.program()
                .wave(name)
                .orElseThrow(() -> Refusal.notFound("The program has no wave '" + name + "'; see GET /api/v1/waves"));
    }

    private void change(String wave, WaveStanding standing, String reason, Actor by) {
        store.save(wave, standing, by.name(), clock.instant());
        String act = "wave." + standing.state().name().toLowerCase(Locale.ROOT);
        audit.record(by, act, wave, reason.isEmpty() ? Map.of() : Map.of("reason", reason));
    }
}
