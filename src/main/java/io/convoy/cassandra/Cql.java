package io.convoy.cassandra;

import io.convoy.plan.Replication;
import java.util.stream.Collectors;

/** Names and texts as CQL wants them. */
final class Cql {

    private Cql() {}

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String map(Replication replication) {
        return replication.factors().entrySet().stream()
                .map(factor -> text(factor.getKey()) + ": " + factor.getValue())
                .collect(Collectors.joining(", ", "{'class': " + text(replication.strategy()) + ", ", "}"));
    }
}
