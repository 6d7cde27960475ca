package io.convoy.cli;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How soon a slot that a run has left is taken by the next one: pretended clusters move, five at a time, with one instance and
 * with two. Not a test: run by the command in {@code docs/benchmarks.md}.
 */
class RefillBench {

    private static final Path PLACE = Path.of("target", "bench").toAbsolutePath();
    private static final int CLUSTERS = Integer.getInteger("bench.clusters", 60);
    private static final int AT_ONCE = 5;

    /** Each slot that was left, with the start that took it: both in the order in which they happened. */
    private static final String REFILLS = """
            with ended as (select changed_at as at, row_number() over (order by changed_at) as place from run),
                 started as (select created_at as at, row_number() over (order by created_at) as place from run)
            select extract(epoch from started.at - ended.at) * 1000
            from ended join started on started.place = ended.place + ?
            order by 1
            """.replace("?", Integer.toString(AT_ONCE));

    @Test
    void refill() throws Exception {
        measure(1);
        measure(2);
    }

    private static void measure(int instances) throws Exception {
        new DemoPlace(PLACE).forgetServer();
        List<TestInstance> started = new ArrayList<>();
        try (TestPostgres postgres = new TestPostgres(new DemoPlace(PLACE))) {
            for (int number = 0; number < instances; number++) {
                started.add(new TestInstance(PLACE.resolve("refill-" + number), postgres.environment()));
            }
            ConvoyClient convoy = started.get(0).client();
            convoy.postBytes(
                    "/inventory/imports?format=yaml&dryRun=false", inventory().getBytes(StandardCharsets.UTF_8));
            DemoNeighbours clusters = DemoNeighbours.approved(convoy);
            convoy.put(
                    "/program",
                    Map.of(
                            "limits",
                            Map.of("clusters", AT_ONCE),
                            "waves",
                            List.of(Map.of("name", "all", "clusters", clusters.names()))));
            convoy.post("/waves/all/start", Map.of());
            await().atMost(Duration.ofMinutes(5)).until(() -> millis(postgres).size() == CLUSTERS - AT_ONCE);
            clusters.await();
            report(instances, millis(postgres));
        } finally {
            started.forEach(TestInstance::close);
        }
    }

    private static String inventory() {
        StringBuilder text = new StringBuilder(
                "apiVersion: convoy/v1\nkind: Inventory\nfleet: refill\ndefaults: {environment: development, provider: lab, region: loopback}\nclusters:\n");
        for (int number = 0; number < CLUSTERS; number++) {
            text.append("""
                      - name: c%03d
                        kind: kafka
                        version: 3.9.2
                        labels: {pretend: PT%dS}
                        datacenters: [{name: old, racks: [{name: r1, nodes: 3}]}]
                        target: {strategy: pretend}
                    """.formatted(number, 1 + number % 4));
        }
        return text.toString();
    }

    private static List<Double> millis(TestPostgres postgres) throws Exception {
        List<Double> millis = new ArrayList<>();
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REFILLS)) {
            while (rows.next()) {
                millis.add(rows.getDouble(1));
            }
        }
        return millis;
    }

    @SuppressWarnings("SystemOut")
    private static void report(int instances, List<Double> millis) {
        System.out.printf(
                Locale.ROOT,
                "BENCH refill, instances %d: %d slots, p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                instances,
                millis.size(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1));
    }
}
