package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.ShiftedClock;
import io.convoy.TestClusters;
import io.convoy.audit.AuditEntry;
import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.history.HistoryCheck;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryExport;
import io.convoy.inventory.InventoryImports;
import io.convoy.inventory.InventoryStore;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import io.convoy.plan.Undo;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** One run over a real PostgreSQL, with handlers that do as the test says, a clock that it sets, and no waiting. */
final class RunRig {

    static final Actor ANN = new Actor("ann");
    static final Duration LIMIT = Duration.ofMinutes(10);

    final NotedTriggers triggers = new NotedTriggers();
    final ScriptedHandlers scripts = new ScriptedHandlers();
    final RunStore store;
    final RunGuards guards;
    final InventoryStore inventory;
    final ShiftedClock clock;
    final FrozenPlans plans;
    final RunLedger ledger;
    final Runner runner;
    final Runs runs;
    final RunId run;
    private final AuditLog audit;

    private RunRig(Parts parts, ClusterName cluster, ChangePlan plan) {
        store = parts.store;
        guards = parts.guards;
        inventory = parts.inventory;
        clock = parts.clock;
        audit = parts.audit;
        plans = ignored -> plan;
        ledger = new LedgerInTransactions(parts.confirmations);
        runner = new Runner(ledger, scripts.handlers(), inventory, clock);
        runs = new Runs(store, parts.confirmations, plans, new RunMoves(store, triggers, guards, clock), clock);
        run = inTransaction(() -> runs.start(cluster, "pilot", 1, Digest.of("plan"), ANN))
                .id();
    }

    /** What the container has of it. */
    @Dependent
    static class Parts {

        private final RunStore store;
        private final Confirmations confirmations;
        private final RunGuards guards;
        private final InventoryStore inventory;
        private final InventoryImports imports;
        private final AuditLog audit;
        private final ShiftedClock clock;

        Parts(
                RunStore store,
                Confirmations confirmations,
                RunGuards guards,
                InventoryStore inventory,
                InventoryImports imports,
                AuditLog audit,
                ShiftedClock clock) {
            this.store = store;
            this.confirmations = confirmations;
            this.guards = guards;
            this.inventory = inventory;
            this.imports = imports;
            this.audit = audit;
            this.clock = clock;
        }

        /** Begins a run of a cluster of its own. */
        RunRig begin(Function<ClusterName, ChangePlan> planned) {
            String name = "run-" + UUID.randomUUID().toString().substring(0, 8);
            String file = InventoryExport.yaml(new Fleet(name, List.of(TestClusters.moving(name))));
            imports.run(ANN, ImportFormat.YAML, file.getBytes(StandardCharsets.UTF_8), Optional.empty());
            ClusterName cluster = new ClusterName(name);
            return new RunRig(this, cluster, planned.apply(cluster));
        }
    }

    /** Ends the run, and asks the checker, who also tells of nobody having admitted it, what it thinks of its history. */
    void end() {
        HistoryCheck check = new HistoryCheck();
        entries().forEach(check::add);
        assertThat(check.report(clock.instant()).violations())
                .filteredOn(violation -> !violation.rule().equals("admitted"))
                .isEmpty();
        clock.reset();
        inTransaction(() -> store.findRun(run)
                .filter(left -> !left.state().isFinal())
                .map(left -> store.write(left, new RunState.RolledBack(), clock.instant())));
    }

    void advance() {
        runner.advance(turn());
    }

    /** As the dispatcher would, with the clock put forward to each next look, until nothing is left to do. */
    void drive() {
        for (int looks = 0; looks < 50 && triggers.next.isPresent(); looks++) {
            Instant next = triggers.next.get();
            triggers.next = Optional.empty();
            if (next.isAfter(clock.instant())) {
                clock.forward(Duration.between(clock.instant(), next));
            }
            advance();
        }
    }

    Turn turn() {
        return new Turn(run, 1);
    }

    RunState state() {
        return inTransaction(() -> runs.find(run)).orElseThrow().state();
    }

    /** What somebody asks of the run. */
    void ask(Consumer<Runs> wish) {
        QuarkusTransaction.requiringNew().run(() -> wish.accept(runs));
    }

    List<Attempt> attempts(String step, RunState.Direction direction) {
        return inTransaction(() -> store.attempts(run, new StepId(step), direction));
    }

    List<AuditEntry> acts(String act) {
        return entries().stream().filter(entry -> entry.act().act().equals(act)).toList();
    }

    private List<AuditEntry> entries() {
        String cluster =
                inTransaction(() -> store.findRun(run)).orElseThrow().cluster().value();
        return audit.list(0, AuditLog.MOST_LISTED, Optional.of(cluster));
    }

    static Outcome waits() {
        return Outcome.waiting("under way", Duration.ofSeconds(5));
    }

    static ChangePlan plan(ClusterName cluster, List<PlannedStep> steps) {
        return new ChangePlan("fleet", cluster, "test", "Asks.", List.of(), List.of(), steps);
    }

    static PlannedStep step(String id, Step apply, Undo undo) {
        return new PlannedStep(
                new StepId(id), "phase", "Do " + id, apply, undo, "To know.", Duration.ofMinutes(1), LIMIT);
    }

    static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    /** What the container's proxy does for the real one. */
    private final class LedgerInTransactions extends RunLedger {

        LedgerInTransactions(Confirmations confirmations) {
            super(store, confirmations, plans, triggers, guards);
        }

        @Override
        Optional<Work> claim(Turn turn, Instant now) {
            return inTransaction(() -> super.claim(turn, now));
        }

        @Override
        void settle(Work work, Outcome outcome, Instant now) {
            QuarkusTransaction.requiringNew().run(() -> super.settle(work, outcome, now));
        }
    }
}
