package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns of a table.
 *
 * @param partitionKey the columns of its partition key, in their order
 * @param columns all columns, in an order that does not change
 */
record TableShape(String keyspace, String table, List<String> partitionKey, List<String> columns) {

    TableShape {
        partitionKey = List.copyOf(partitionKey);
        columns = List.copyOf(columns);
    }

    /** Empty where the table has been dropped. */
    static Optional<TableShape> read(CqlNode node, String keyspace, String table) {
        List<Row> rows = node.rows(
                "SELECT column_name, kind, position FROM system_schema.columns WHERE keyspace_name = ? AND table_name = ?",
                keyspace,
                table);
        List<String> partitionKey = rows.stream()
                .filter(row -> "partition_key".equals(row.getString("kind")))
                .sorted(Comparator.comparingInt(row -> row.getInt("position")))
                .map(TableShape::name)
                .toList();
        List<String> columns = rows.stream().map(TableShape::name).sorted().toList();
        return Optional.of(new TableShape(keyspace, table, partitionKey, columns))
                .filter(shape -> !partitionKey.isEmpty());
    }

    String name() {
        return keyspace + "." + table;
    }

    /** Partitions in token order from one token on; the first column is the token, then the key, then all columns. */
    String scan() {
        String token = "token(" + names(partitionKey) + ")";
        return "SELECT " + token + ", " + names(partitionKey) + ", " + names(columns) + from() + " WHERE " + token
                + " > ?";
    }

    /** One partition; the columns as in {@link #scan}, without the token. */
    String one() {
        return "SELECT " + names(partitionKey) + ", " + names(columns) + from() + " WHERE "
                + partitionKey.stream().map(column -> Cql.name(column) + " = ?").collect(Collectors.joining(" AND "));
    }

    private String from() {
        return " FROM " + Cql.name(keyspace) + "." + Cql.name(table);
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Cql::name).collect(Collectors.joining(", "));
    }

    private static String name(Row row) {
        return Objects.requireNonNull(row.getString("column_name"));
    }
}
