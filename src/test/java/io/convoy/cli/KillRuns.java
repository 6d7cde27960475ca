package io.convoy.cli;

import io.convoy.TestClusters;
import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.InventoryExport;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlanForm;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Step;
import io.convoy.plan.Undo;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Runs of made-up plans, put into the database as admission would have left them, and what becomes of them. */
final class KillRuns implements AutoCloseable {

    private static final String PLAN = """
            insert into plan (cluster, revision, digest, document, blocked, created_at, created_by)
            values (?, 1, ?, ?, false, now(), 'ann')
            """;

    private static final String RUN = """
            insert into run (id, cluster, wave, plan_revision, plan_digest, state, step, direction, reason, epoch,
                             created_at, changed_at, started_by)
            values (?, ?, 'kill', 1, ?, ?, 0, ?, '', 0, now(), now(), 'ann')
            """;

    private static final String BEGUN_BEFORE = """
            insert into step_attempt (run, step, direction, number, epoch, started_at, ended_at, result, notes, memory)
            values (?, 'cell', 'FORWARD', 1, 0, now(), now(), 'DONE', '[]', '{}')
            """;

    private static final String UNDER_WAY = """
            insert into step_attempt (run, step, direction, number, epoch, started_at, notes, memory)
            values (?, 'cell', ?, 1, -1, now(), '[]', '{}')
            """;

    private static final String ANSWER = """
            insert into step_confirmation (run, step, comment, confirmed_by, confirmed_at, direction)
            values (?, 'cell', 'yes', 'ann', now(), 'FORWARD')
            """;

    private static final String DUE = """
            insert into run_turn (run, due_at, nudged, turn) values (?, now() + ? * interval '1 millisecond', false, 0)
            """;

    private static final String DUE_EVENLY = """
            insert into run_turn (run, due_at, nudged, turn)
            select run, statement_timestamp() + ? * interval '1 millisecond' * place / cardinality(runs), false, 0
            from (select ?::uuid[]) as all_of (runs), unnest(runs) with ordinality as each_of (run, place)
            """;

    private final Connection database;

    KillRuns(TestPostgres postgres) throws SQLException {
        this(postgres.connect());
    }

    KillRuns(Connection database) throws SQLException {
        this.database = database;
        try (Statement statement = database.createStatement()) {
            // What the test writes is not held up by its own triggers.
            statement.execute("set session_replication_role to replica");
        }
    }

    /** Runs with one step of the cell's kind and one webhook after it. */
    void start(ConvoyClient convoy, List<KillCell> cells) throws SQLException {
        importClusters(convoy, cells.stream().map(KillCell::cluster).toList());
        for (KillCell cell : cells) {
            Step step = cell.kind().step(cell.node());
            List<PlannedStep> steps = List.of(
                    step(KillCell.STEP, step, cell.kind().isUndone()), step(KillCell.LAST, KillKind.webhook(), false));
            insert(cell.run(), cell.cluster(), steps, cell.kind().isUndone());
            if (cell.isUnderWay()) {
                update(UNDER_WAY, cell.run().value(), cell.direction());
            }
            if (cell.kind().asks()) {
                update(ANSWER, cell.run().value());
            }
            update(DUE, cell.run().value(), 0);
        }
    }

    /** Runs of nothing but webhooks, due one after the other within a period. */
    List<RunId> startTalkers(ConvoyClient convoy, int runs, int steps, Duration period) throws SQLException {
        List<RunId> started = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            started.add(RunId.random());
        }
        importClusters(convoy, started.stream().map(KillRuns::talker).toList());
        List<PlannedStep> plan = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            plan.add(step("talk-" + i, KillKind.webhook(), false));
        }
        database.setAutoCommit(false);
        for (RunId run : started) {
            insert(run, talker(run), plan, false);
        }
        Object[] all = started.stream().map(RunId::value).toArray();
        update(DUE_EVENLY, period.toMillis(), database.createArrayOf("uuid", all));
        database.commit();
        database.setAutoCommit(true);
        return started;
    }

    private static String talker(RunId run) {
        return "talk-" + run.toString().substring(0, 8);
    }

    private void insert(RunId run, String cluster, List<PlannedStep> steps, boolean back) throws SQLException {
        ChangePlan plan =
                new ChangePlan("kill", new ClusterName(cluster), "test", "Counts.", List.of(), List.of(), steps);
        String digest = PlanForm.digest(plan).value();
        update(PLAN, cluster, digest, PlanForm.yaml(plan));
        update(RUN, run.value(), cluster, digest, back ? "ROLLING_BACK" : "RUNNING", back ? "BACK" : "FORWARD");
        if (back) {
            update(BEGUN_BEFORE, run.value());
        }
    }

    private static PlannedStep step(String id, Step apply, boolean undone) {
        Undo undo = undone ? Undo.by(apply, "Counts.") : Undo.none("Not wanted.");
        return new PlannedStep(
                new StepId(id),
                "phase",
                "Step " + id,
                apply,
                undo,
                "To count.",
                Duration.ofMinutes(1),
                Duration.ofHours(1));
    }

    private static void importClusters(ConvoyClient convoy, List<String> names) {
        Fleet fleet = new Fleet(
                "kill-" + UUID.randomUUID().toString().substring(0, 8),
                names.stream().map(TestClusters::moving).toList());
        String file = InventoryExport.yaml(fleet).replace("10.0.", "127.0.");
        convoy.postBytes("/inventory/imports?format=yaml&dryRun=false", file.getBytes(StandardCharsets.UTF_8));
    }

    /** The cells' runs that this instance holds. */
    List<KillCell> heldBy(TestInstance instance, List<KillCell> cells) throws SQLException {
        List<String> held = texts("""
                select run_turn.run::text from run_turn join instance on instance.id = run_turn.holder
                where instance.name like ?
                """, instance.name() + "%");
        return cells.stream()
                .filter(cell -> held.contains(cell.run().toString()))
                .toList();
    }

    List<String> states(List<RunId> runs) throws SQLException {
        List<String> states = new ArrayList<>();
        for (RunId run : runs) {
            states.addAll(texts("select state from run where id = ?", run.value()));
        }
        return states;
    }

    /** Every attempt at a step of the run in words: step, direction, number, result. */
    List<String> attempts(RunId run) throws SQLException {
        return texts("""
                select concat_ws(' ', step, direction, number, result) from step_attempt where run = ?
                order by step, direction, number
                """, run.value());
    }

    /** The steps of which the audit says that they were done, or undone. */
    List<String> audited(RunId run) throws SQLException {
        return texts("""
                select details::json ->> 'step' from audit_entry
                where act like 'step.%done%' and details::json ->> 'run' = ? order by sequence
                """, run.toString());
    }

    private List<String> texts(String sql, Object parameter) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
