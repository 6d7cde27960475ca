package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import io.convoy.base.Digest;
import io.convoy.plan.Replication;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The replicated keyspaces of a cluster as one of its nodes knows them. */
final class Schema {

    private Schema() {}

    static List<Keyspace> keyspaces(CqlNode node) {
        Map<String, List<Keyspace.Table>> tables = tables(node);
        return node.rows("SELECT keyspace_name, replication FROM system_schema.keyspaces").stream()
                .map(row -> new Keyspace(
                        text(row, "keyspace_name"),
                        replication(row),
                        tables.getOrDefault(text(row, "keyspace_name"), List.of())))
                .filter(keyspace -> isReplicated(keyspace.replication()))
                .sorted(Comparator.comparing(Keyspace::name))
                .toList();
    }

    /** How a keyspace is replicated; empty where it does not exist. */
    static Optional<Replication> replication(CqlNode node, String keyspace) {
        return node.rows("SELECT replication FROM system_schema.keyspaces WHERE keyspace_name = ?", keyspace).stream()
                .map(Schema::replication)
                .findFirst();
    }

    /** Another one when a table of the keyspace was made, or was dropped, or both. */
    static String tablesOf(CqlNode node, String keyspace) {
        return Digest.of(
                        node
                                .rows(
                                        "SELECT table_name, id FROM system_schema.tables WHERE keyspace_name = ?",
                                        keyspace)
                                .stream()
                                .map(row -> text(row, "table_name") + row.getUuid("id"))
                                .sorted()
                                .collect(Collectors.joining(",")))
                .brief();
    }

    /** How each replicated keyspace is replicated. */
    static Map<String, Replication> replications(CqlNode node) {
        return node.rows("SELECT keyspace_name, replication FROM system_schema.keyspaces").stream()
                .filter(row -> isReplicated(replication(row)))
                .collect(Collectors.toMap(row -> text(row, "keyspace_name"), Schema::replication));
    }

    private static Map<String, List<Keyspace.Table>> tables(CqlNode node) {
        return node.rows("SELECT keyspace_name, table_name, gc_grace_seconds FROM system_schema.tables").stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "keyspace_name"),
                        Collectors.mapping(
                                row -> new Keyspace.Table(text(row, "table_name"), row.getInt("gc_grace_seconds")),
                                Collectors.toList())));
    }

    private static Replication replication(Row row) {
        Map<String, String> options =
                new HashMap<>(Objects.requireNonNull(row.getMap("replication", String.class, String.class)));
        String strategy = Objects.requireNonNull(options.remove("class"));
        Map<String, Integer> factors = new TreeMap<>();
        // "3/1" is three replicas, one of them transient.
        options.forEach((datacenter, factor) -> factors.put(datacenter, Integer.valueOf(factor.split("/", 2)[0])));
        return new Replication(strategy.substring(strategy.lastIndexOf('.') + 1), factors);
    }

    private static boolean isReplicated(Replication replication) {
        return replication.isPerDatacenter() || replication.strategy().equals(Replication.SIMPLE);
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
