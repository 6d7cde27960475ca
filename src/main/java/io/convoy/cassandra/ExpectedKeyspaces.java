package io.convoy.cassandra;

import io.convoy.execution.Difference;
import io.convoy.execution.Position;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.Replication;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the keyspaces of a cluster may be replicated at one position of its plan. Pure.
 *
 * <p>As the plan found it and the steps before made it; as the step under way makes it, too; on the way back also as the last
 * undo left it. Keyspaces of Cassandra's own that the plan did not find may come: its versions bring some.
 */
final class ExpectedKeyspaces {

    private static final String GONE = "gone";

    private final Map<String, Set<String>> allowed = new TreeMap<>();

    ExpectedKeyspaces(Position at) {
        PlanFacts.replications(at.plan().facts()).forEach(this::only);
        at.done(SetReplication.class).forEach(set -> only(set.keyspace(), words(set)));
        Map<String, String> takenBack = new TreeMap<>();
        at.takenBack(SetReplication.class).forEach(set -> takenBack.put(set.keyspace(), words(set)));
        takenBack.forEach(this::also);
        at.underWay(SetReplication.class).forEach(set -> also(set.keyspace(), words(set)));
    }

    List<Difference> differences(Map<String, Replication> found) {
        List<Difference> differences = new ArrayList<>();
        allowed.forEach((name, expected) -> {
            String now = Optional.ofNullable(found.get(name))
                    .map(Replication::toString)
                    .orElse(GONE);
            if (!expected.contains(now)) {
                differences.add(new Difference("keyspace " + name, now, String.join(" or ", expected)));
            }
        });
        new TreeMap<>(found).forEach((name, replication) -> {
            if (!allowed.containsKey(name) && !name.startsWith("system")) {
                differences.add(new Difference(
                        "keyspace " + name, "new, with " + replication, "none of this name, so no step moves it"));
            }
        });
        return differences;
    }

    private void only(String keyspace, String replication) {
        allowed.put(keyspace, new LinkedHashSet<>(Set.of(replication)));
    }

    private void also(String keyspace, String replication) {
        allowed.computeIfAbsent(keyspace, ignored -> new LinkedHashSet<>()).add(replication);
    }

    private static String words(SetReplication set) {
        return set.replication().toString();
    }
}
