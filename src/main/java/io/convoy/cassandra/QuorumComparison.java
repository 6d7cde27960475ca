package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares tables one after the other; what it has seen is kept as text between two looks. */
final class QuorumComparison {

    private static final String PREFIX = "compared|";
    // Ten looks, a second apart: a write that was under way at the first has arrived long before the last.
    private static final int MOST_ROUNDS = 10;

    private final CqlNode source;
    private final CqlNode target;
    private final Map<String, ComparedTable> tables = new TreeMap<>();

    QuorumComparison(CqlNode source, CqlNode target, Map<String, String> memory) {
        this.source = source;
        this.target = target;
        memory.forEach((key, text) -> {
            if (key.startsWith(PREFIX)) {
                tables.put(key.substring(PREFIX.length()), ComparedTable.parse(text));
            }
        });
    }

    /** Goes on until the deadline. A table that is dropped meanwhile is left; the next look does not find it any more. */
    void advance(Keyspace keyspace, long deadlineNanos) {
        for (Keyspace.Table table : keyspace.tables()) {
            String name = keyspace.name() + "." + table.name();
            ComparedTable before = tables.getOrDefault(name, ComparedTable.NOT_BEGUN);
            if (!before.isEqual() && before.rounds() < MOST_ROUNDS && System.nanoTime() - deadlineNanos < 0) {
                shape(keyspace, table).ifPresent(shape -> tables.put(name, compare(shape, before, deadlineNanos)));
            }
        }
    }

    private Optional<TableShape> shape(Keyspace keyspace, Keyspace.Table table) {
        return TableShape.read(source, keyspace.name(), table.name());
    }

    private ComparedTable compare(TableShape shape, ComparedTable before, long deadlineNanos) {
        try {
            return new TableComparison(
                            new TableReader(source.session(), shape), new TableReader(target.session(), shape))
                    .advance(before, deadlineNanos);
        } catch (DriverException | UnreachableException e) {
            if (isGone(source, shape) || isGone(target, shape)) {
                return before;
            }
            throw new UnreachableException("Table " + shape.name() + " could not be read at LOCAL_QUORUM", e);
        }
    }

    /** One side may have heard of a drop before the other. */
    private static boolean isGone(CqlNode node, TableShape shape) {
        return TableShape.read(node, shape.keyspace(), shape.table()).isEmpty();
    }

    boolean isComplete(Keyspace keyspace) {
        return keyspace.tables().stream().allMatch(table -> of(keyspace, table).isEqual());
    }

    /** Tables with partitions that stayed different. */
    List<String> different(Keyspace keyspace) {
        List<String> different = new ArrayList<>();
        for (Keyspace.Table table : keyspace.tables()) {
            ComparedTable compared = of(keyspace, table);
            long stubborn = compared.suspects().values().stream()
                    .filter(rounds -> rounds >= MOST_ROUNDS)
                    .count();
            if (stubborn > 0) {
                different.add(stubborn + " of " + compared.partitions() + " partitions of " + keyspace.name() + "."
                        + table.name() + " (the first has the key 0x"
                        + compared.suspects().keySet().iterator().next() + ")");
            }
        }
        return different;
    }

    long partitions(Keyspace keyspace) {
        return keyspace.tables().stream()
                .mapToLong(table -> of(keyspace, table).partitions())
                .sum();
    }

    Map<String, String> text() {
        Map<String, String> text = new HashMap<>();
        tables.forEach((name, table) -> text.put(PREFIX + name, table.text()));
        return text;
    }

    private ComparedTable of(Keyspace keyspace, Keyspace.Table table) {
        return tables.getOrDefault(keyspace.name() + "." + table.name(), ComparedTable.NOT_BEGUN);
    }
}
