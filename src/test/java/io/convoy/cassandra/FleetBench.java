package io.convoy.cassandra;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convoy.PostgresForTests;
import io.convoy.base.Actor;
import io.convoy.base.ByteSize;
import io.convoy.inventory.CassandraCluster;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.Fleet2023;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryImports;
import io.convoy.inventory.InventoryReader;
import io.convoy.inventory.Node;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlanForm;
import io.convoy.plan.Replication;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the fleet of 2023, and one fifty times as large, cost: reading, importing into PostgreSQL, importing again, and planning
 * every Cassandra cluster of it for a ring that is made up. Asserts nothing; see {@code docs/benchmarks.md} for the command.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FleetBench {

    private static final Actor BENCH = new Actor("bench");
    private static final ByteSize LARGEST = ByteSize.parse("64MiB");
    private static final List<String> KEYSPACES =
            List.of("system_auth", "system_distributed", "system_traces", "orders", "customers", "archive");

    private final InventoryImports imports;

    FleetBench(InventoryImports imports) {
        this.imports = imports;
    }

    @Test
    void measure() {
        Map<String, Duration> warm = measure("warm", 1);
        System.out.println("warmed up in " + warm.values().stream().reduce(Duration.ZERO, Duration::plus));
        Map<String, Duration> one = measure("once", 1);
        Map<String, Duration> fifty = measure("fifty", 50);
        System.out.printf("%-12s %12s %12s %8s%n", "", "212", "10,600", "ratio");
        fifty.forEach((what, took) -> print(what, one.getOrDefault(what, Duration.ZERO), took));
    }

    private static void print(String what, Duration one, Duration fifty) {
        double ratio = (double) fifty.toNanos() / one.toNanos();
        System.out.printf("%-12s %9d ms %9d ms %8.1f%n", what, one.toMillis(), fifty.toMillis(), ratio);
    }

    private Map<String, Duration> measure(String fleet, int copies) {
        Map<String, Duration> took = new TreeMap<>();
        byte[] file = file(fleet, copies).getBytes(UTF_8);
        long before = heap();
        Fleet read = timed(took, "1 read", () -> new InventoryReader(LARGEST).read(file, ImportFormat.YAML, fleet));
        System.out.printf(
                "%s: %d clusters, %d KiB of YAML, %d KiB in memory%n",
                fleet, read.clusters().size(), file.length >> 10, (heap() - before) >> 10);
        timed(took, "2 import", () -> imports.run(BENCH, ImportFormat.YAML, file, Optional.empty()));
        timed(took, "3 again", () -> imports.run(BENCH, ImportFormat.YAML, file, Optional.empty()));
        long steps = timed(took, "4 plan", () -> plan(read));
        System.out.println(fleet + ": " + steps + " steps planned");
        return took;
    }

    /** With names of its own, for all of them are in one inventory. */
    private static String file(String fleet, int copies) {
        String yaml = Fleet2023.yaml(fleet, copies).replace("\n  - name: ", "\n  - name: " + fleet + "-");
        return Pattern.compile("(?<=sharedWith: \\[)[^]]+")
                .matcher(yaml)
                .replaceAll(names -> fleet + "-" + names.group().replace(", ", ", " + fleet + "-"));
    }

    private static long plan(Fleet fleet) {
        AddDatacenterPlan planner = new AddDatacenterPlan(TestClusters.POLICY);
        long steps = 0;
        for (Cluster cluster : fleet.clusters()) {
            if (cluster instanceof CassandraCluster cassandra && isMovedOneByOne(cassandra)) {
                ChangePlan plan = planner.of(fleet.name(), cassandra, Optional.of(ring(cassandra)));
                PlanForm.digest(plan);
                steps += plan.steps().size();
            }
        }
        return steps;
    }

    /** The planner refuses two target datacenters at once. */
    private static boolean isMovedOneByOne(CassandraCluster cluster) {
        return cluster.target().stream().anyMatch(target -> target.datacenters().size() == 1);
    }

    private static Topology ring(CassandraCluster cluster) {
        List<Member> members = new ArrayList<>();
        Map<String, Integer> factors = new TreeMap<>();
        for (Datacenter datacenter : cluster.datacenters()) {
            factors.put(datacenter.name(), 3);
            for (Node node : datacenter.nodes(cluster.name())) {
                String address = "10.0." + members.size() / 250 + "." + (members.size() % 250 + 1);
                members.add(TestClusters.member(datacenter.name(), address, node.rack()));
            }
        }
        return new Topology(
                cluster.name().value(),
                "Murmur3Partitioner",
                "GossipingPropertyFileSnitch",
                members,
                KEYSPACES.stream()
                        .map(name -> TestClusters.keyspace(name, Replication.perDatacenter(factors)))
                        .toList(),
                Map.of("v1", members.stream().map(Member::address).toList()),
                List.of("cassandra", "operator"),
                List.of());
    }

    private static <T> T timed(Map<String, Duration> took, String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        took.put(what, Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    /** In use after a collection, in bytes. */
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
