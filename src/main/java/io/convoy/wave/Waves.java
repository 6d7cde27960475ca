package io.convoy.wave;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import io.convoy.execution.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people say of the program: its waves, and what they may do. */
@ApplicationScoped
public class Waves {

    private final ProgramStore store;
    private final Candidates candidates;
    private final Runs runs;
    private final AuditLog audit;
    private final Clock clock;

    Waves(ProgramStore store, Candidates candidates, Runs runs, AuditLog audit, Clock clock) {
        this.store = store;
        this.candidates = candidates;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /** A wave with each of its clusters and the decision on those that have not started. */
    public record WaveReport(String name, WaveState state, List<ClusterReport> clusters) {}

    /**
     * One cluster of a wave.
     *
     * @param waitsFor why it has not started; empty where it has
     */
    public record ClusterReport(ClusterName cluster, String progress, Optional<Decision.Withheld> waitsFor) {}

    @Transactional
    public Program program() {
        return store.program();
    }

    @Transactional
    public Program replace(Program program, Actor by) {
        ProgramRules.check(program);
        store.save(program, by.name(), clock.instant());
        audit.record(
                by,
                "program.changed",
                "program",
                Map.of("waves", program.waves().size()));
        return program;
    }

    @Transactional
    public List<WaveReport> report() {
        Program program = store.program();
        Map<String, WaveState> states = store.waveStates();
        List<Candidate> all = candidates.of(program, states);
        List<Decision> decisions = Admission.decide(program.limits(), all, store.holds(), clock.instant());
        return program.waves().stream()
                .map(wave -> WaveReports.of(wave, states.getOrDefault(wave.name(), WaveState.PLANNED), all, decisions))
                .toList();
    }

    @Transactional
    public void start(String wave, Actor by) {
        change(wave, WaveState.STARTED, by);
    }

    /** Starts nothing more of the wave, and pauses its runs at their next safe points. */
    @Transactional
    public void pause(String wave, Actor by) {
        change(wave, WaveState.PAUSED, by);
        runs.active().stream().filter(run -> run.wave().equals(wave)).forEach(run -> runs.pause(run.id(), by));
    }

    /** Starts on, and resumes the runs that stand paused. */
    @Transactional
    public void resume(String wave, Actor by) {
        change(wave, WaveState.STARTED, by);
        runs.active().stream()
                .filter(run -> run.wave().equals(wave) && run.state() instanceof io.convoy.execution.RunState.Paused)
                .forEach(run -> runs.resume(run.id(), by));
    }

    /** Starts nothing more of the wave and pauses its runs; what becomes of each is decided run by run. */
    @Transactional
    public void abort(String wave, Actor by) {
        pause(wave, by);
        change(wave, WaveState.ABORTED, by);
    }

    private void change(String wave, WaveState state, Actor by) {
        if (store.program().wave(wave).isEmpty()) {
            throw Refusal.notFound("The program has no wave '" + wave + "'; see GET /api/v1/waves");
        }
        store.lock();
        store.save(wave, state, by.name(), clock.instant());
        audit.record(by, "wave." + state.name().toLowerCase(java.util.Locale.ROOT), wave, Map.of());
    }
}
