package io.convoy.cli;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.convoy.base.RunId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How late looks are, what they cost, and how soon a killed instance's run goes on elsewhere: Convoy, plain Quartz and
 * db-scheduler side by side on one PostgreSQL that writes each commit to the disk. Not a test: run by the command in
 * {@code docs/benchmarks.md}. A Convoy's look is all of it: intent, a webhook that answers "not yet", outcome; the others' is one
 * row in one transaction.
 */
class SchedulerBench {

    private static final Path PLACE = Path.of("target", "bench").toAbsolutePath();
    private static final Duration PERIOD = Duration.ofMillis(Long.getLong("bench.period", 10_000));
    private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("bench.warmup", 20));
    private static final Duration MEASURED = Duration.ofSeconds(Long.getLong("bench.seconds", 40));
    private static final int RUNS = Integer.getInteger("bench.runs", 1000);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String CONVOYS_LATENESS = """
            create function late() returns trigger as $$
            begin
                insert into bench_look (contestant, run, late_millis, process)
                select 'convoy', new.run::text, extract(epoch from clock_timestamp() - due_at) * 1000, holder::text
                from run_turn where run = new.run;
                return null;
            end $$ language plpgsql;
            create trigger late_first after insert on step_attempt for each row execute function late();
            create trigger late_again after update on step_attempt
                for each row when (old.epoch <> new.epoch) execute function late();
            """;

    private TestPostgres postgres;
    private HttpServer receiver;

    @BeforeEach
    void startPostgres() throws Exception {
        new DemoPlace(PLACE).forgetServer();
        postgres = new TestPostgres(new DemoPlace(PLACE));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        receiver.setExecutor(Executors.newFixedThreadPool(4));
        receiver.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Retry-After", Long.toString(PERIOD.toSeconds()));
                exchange.sendResponseHeaders(202, -1);
            }
        });
        receiver.start();
    }

    @AfterEach
    void stopPostgres() throws IOException {
        receiver.stop(0);
        postgres.close();
    }

    @Test
    void latenessOfConvoy() throws Exception {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("KILL_HOOK", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
        environment.put("CONVOY_NODE_STATUS_EVERY", "off");
        try (TestInstance convoy = new TestInstance(PLACE.resolve("convoy"), environment);
                KillRuns runs = new KillRuns(postgres)) {
            // Convoy makes its schema in an empty database, so this comes after.
            execute(BenchDatabase.TABLE);
            execute(CONVOYS_LATENESS);
            runs.startTalkers(convoy.client(), RUNS, 1, PERIOD);
            measure("convoy", convoy.process());
        }
    }

    @Test
    void latenessOfQuartz() throws Exception {
        execute(BenchDatabase.TABLE);
        BenchQuartz.createTables(BenchDatabase.pool(url()));
        measureAlone("quartz", BenchQuartz.class);
    }

    @Test
    void latenessOfDbScheduler() throws Exception {
        execute(BenchDatabase.TABLE);
        execute(BenchDbScheduler.TABLE);
        measureAlone("db-scheduler", BenchDbScheduler.class);
    }

    @Test
    void takeoverOfConvoy() throws Exception {
        List<Long> millis = new ArrayList<>();
        try (KillWorld world = new KillWorld(Files.createTempDirectory(PLACE, "world"))) {
            Map<String, String> environment = new HashMap<>(postgres.environment());
            environment.putAll(world.environment());
            environment.put("CONVOY_HOOKS_WEBHOOK_TIMEOUT", "60s");
            try (TestInstance one = new TestInstance(PLACE.resolve("one"), environment);
                    TestInstance other = new TestInstance(PLACE.resolve("other"), environment);
                    KillRuns runs = new KillRuns(postgres)) {
                for (int i = 0; i < 5; i++) {
                    KillCell cell = new KillCell(RunId.random(), KillKind.WEBHOOK, KillPoint.AFTER_EFFECT);
                    world.hold(cell);
                    runs.start(one.client(), List.of(cell));
                    await().atMost(PATIENCE).until(() -> world.hasHappened(cell));
                    TestInstance holder = runs.heldBy(one, List.of(cell)).isEmpty() ? other : one;
                    long killed = System.nanoTime();
                    holder.kill();
                    await().atMost(PATIENCE)
                            .pollDelay(Duration.ZERO)
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> world.deliveries().getOrDefault(cell.webhookId(KillCell.STEP), 0) > 1);
                    millis.add((System.nanoTime() - killed) / 1_000_000);
                    world.letGo(cell);
                    holder.startAgain();
                }
            }
        }
        report("takeover convoy ms %s", millis);
    }

    @Test
    void takeoverOfQuartz() throws Exception {
        execute(BenchDatabase.TABLE);
        BenchQuartz.createTables(BenchDatabase.pool(url()));
        report("takeover quartz defaults ms %s", takeovers("quartz", BenchQuartz.class, "defaults"));
        report("takeover quartz tuned ms %s", takeovers("quartz", BenchQuartz.class, "tuned"));
    }

    @Test
    void takeoverOfDbScheduler() throws Exception {
        execute(BenchDatabase.TABLE);
        execute(BenchDbScheduler.TABLE);
        // By default an execution is dead after six missed heartbeats of five minutes.
        report("takeover db-scheduler tuned ms %s", takeovers("db-scheduler", BenchDbScheduler.class, "tuned"));
    }

    private List<Long> takeovers(String contestant, Class<?> main, String how) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            execute("truncate bench_look");
            execute(
                    contestant.equals("quartz")
                            ? "truncate qrtz_fired_triggers, qrtz_simple_triggers, qrtz_scheduler_state, qrtz_triggers,"
                                    + " qrtz_job_details cascade"
                            : "truncate scheduled_tasks");
            Process one = start(main, 1, -1, how);
            await().atMost(PATIENCE).until(() -> looks() == 1);
            Process other = start(main, 1, -1, how);
            // Until the second one takes part in the cluster.
            Thread.sleep(5_000);
            long killed = System.nanoTime();
            one.destroyForcibly();
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> looks() > 1);
            millis.add((System.nanoTime() - killed) / 1_000_000);
            other.destroyForcibly().waitFor();
        }
        return millis;
    }

    private void measureAlone(String contestant, Class<?> main) throws Exception {
        Process process = start(main, RUNS, PERIOD.toMillis(), "tuned");
        try {
            await().atMost(Duration.ofMinutes(5)).until(() -> looks() > RUNS / 2);
            measure(contestant, process.toHandle());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void measure(String contestant, ProcessHandle process) throws Exception {
        Thread.sleep(WARM_UP.toMillis());
        execute("truncate bench_look");
        ProcessHandle database = postgres.process();
        double before = BenchProcessor.seconds(process);
        double databaseBefore = BenchProcessor.seconds(database);
        Thread.sleep(MEASURED.toMillis());
        double own = BenchProcessor.seconds(process) - before;
        double databases = BenchProcessor.seconds(database) - databaseBefore;
        double seconds = MEASURED.toSeconds();
        report(
                "%s runs %d: %.1f looks/s, late p50 %.0f ms, p99 %.0f ms, max %.0f ms; processor own %.0f %%, database %.0f %%"
                        + " of one core",
                contestant,
                RUNS,
                looks() / seconds,
                number("select percentile_cont(0.5) within group (order by late_millis) from bench_look"),
                number("select percentile_cont(0.99) within group (order by late_millis) from bench_look"),
                number("select max(late_millis) from bench_look"),
                100 * own / seconds,
                100 * databases / seconds);
    }

    private Process start(Class<?> main, int runs, long period, String how) throws IOException {
        return new ProcessBuilder(
                        "java",
                        "-XX:+UseSerialGC",
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        url(),
                        Integer.toString(runs),
                        Long.toString(period),
                        how)
                .redirectErrorStream(true)
                .redirectOutput(PLACE.resolve(main.getSimpleName() + ".log").toFile())
                .start();
    }

    private String url() {
        return java.util.Objects.requireNonNull(postgres.environment().get("QUARKUS_DATASOURCE_JDBC_URL"));
    }

    private long looks() throws SQLException {
        return (long) number("select count(*) from bench_look");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private double number(String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void report(String format, Object... values) {
        System.out.println("BENCH " + String.format(Locale.ROOT, format, values));
    }
}
