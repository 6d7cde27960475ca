package io.convoy.cassandra;

import io.convoy.plan.Finding;
import io.convoy.plan.Replication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether every keyspace can be replicated to the new datacenter as it stands. */
final class KeyspaceChecks {

    private static final int TABLES_NAMED = 5;

    private KeyspaceChecks() {}

    static List<PreflightCheck> all(Pace pace) {
        return List.of(
                KeyspaceChecks::unknownStrategy,
                KeyspaceChecks::alreadyThere,
                KeyspaceChecks::simpleStrategy,
                KeyspaceChecks::fewerNodesThanReplicas,
                KeyspaceChecks::singleReplicaOfRoles,
                (move, topology) -> tombstonesTooShort(move, topology, pace.catchUp(move)),
                KeyspaceChecks::elsewhere);
    }

    private static Stream<Finding> unknownStrategy(Move move, Topology topology) {
        return topology.keyspaces().stream()
                .filter(keyspace -> !keyspace.replication().isPerDatacenter())
                .filter(keyspace -> !keyspace.replication().strategy().equals(Replication.SIMPLE))
                .map(keyspace -> PreflightCheck.blocker(
                        subject(keyspace.name()),
                        "Convoy cannot count its replicas: it is on "
                                + keyspace.replication().strategy() + ".",
                        "Change it to NetworkTopologyStrategy and repair it, or drop it; then plan again."));
    }

    private static Stream<Finding> alreadyThere(Move move, Topology topology) {
        return topology.keyspaces().stream()
                .filter(keyspace -> keyspace.replication().in(move.targetName()) > 0)
                .map(keyspace -> PreflightCheck.blocker(
                        subject(keyspace.name()),
                        "It already has " + keyspace.replication().in(move.targetName()) + " replicas in "
                                + move.targetName() + ".",
                        "Roll back the run that set them. Where none did: take " + move.targetName()
                                + " out of its replication, unless its nodes hold the data."));
    }

    private static Stream<Finding> simpleStrategy(Move move, Topology topology) {
        return move.keyspaces().stream()
                .filter(keyspace -> keyspace.found().strategy().equals(Replication.SIMPLE))
                .map(KeyspaceChecks::simple);
    }

    private static Finding simple(KeyspaceMove keyspace) {
        String message = "It is on SimpleStrategy, which does not know datacenters.";
        String planned = "Nothing to do: the plan changes it to " + keyspace.settled() + " before any node joins";
        if (keyspace.placementKept()) {
            return PreflightCheck.warning(
                    subject(keyspace.name()), message, planned + "; every row stays on the nodes where it is.");
        }
        return PreflightCheck.warning(
                subject(keyspace.name()),
                message
                        + " Per datacenter its rows belong on other nodes: reads may miss rows until the repair that follows"
                        + " has ended.",
                planned
                        + " and repairs it. Where clients cannot bear it, change and repair it yourself in a quiet hour,"
                        + " with the clients at consistency ALL, and plan again.");
    }

    private static Stream<Finding> fewerNodesThanReplicas(Move move, Topology topology) {
        String target = move.targetName();
        return move.keyspaces().stream()
                .filter(keyspace ->
                        keyspace.spread().in(target) < keyspace.settled().in(move.source()))
                .map(keyspace -> PreflightCheck.warning(
                        subject(keyspace.name()),
                        "It has " + keyspace.settled().in(move.source()) + " replicas in " + move.source() + ", and "
                                + target
                                + " has " + move.target().nodeCount() + " nodes: it gets "
                                + keyspace.spread().in(target) + ".",
                        "Add nodes to " + target
                                + " in the inventory, or accept fewer replicas by approving the plan."));
    }

    private static Stream<Finding> singleReplicaOfRoles(Move move, Topology topology) {
        return move.keyspaces().stream()
                .filter(KeyspaceMove::isSystemAuth)
                .filter(keyspace -> keyspace.settled().in(move.source()) == 1
                        && move.members(move.source()).size() > 1)
                .map(keyspace -> PreflightCheck.warning(
                        subject(keyspace.name()),
                        "It has one replica in " + move.source()
                                + ": when the node that holds a role is down, nobody can"
                                + " log in with it. The plan gives it one in " + move.targetName() + ", too.",
                        "Give it three replicas and repair it at once ('nodetool repair --full system_auth' on every node),"
                                + " then plan again."));
    }

    private static Stream<Finding> tombstonesTooShort(Move move, Topology topology, Duration catchUp) {
        Map<String, String> tables = new TreeMap<>();
        topology.keyspaces().stream().filter(keyspace -> !keyspace.isSystem()).forEach(keyspace -> shortLived(
                        keyspace, catchUp)
                .ifPresent(named -> tables.put(keyspace.name(), named)));
        return tables.entrySet().stream()
                .map(entry -> PreflightCheck.warning(
                        subject(entry.getKey()),
                        "gc_grace_seconds of " + entry.getValue() + " is shorter than the move, expected to take "
                                + inWords(catchUp) + " from the first write in " + move.targetName()
                                + " to the verification: a replica that misses a deletion meanwhile brings the row back.",
                        "Set gc_grace_seconds to 864000 (ten days) until the move is over; tables whose rows only expire"
                                + " may stay as they are."));
    }

    private static java.util.Optional<String> shortLived(Keyspace keyspace, Duration catchUp) {
        List<String> names = keyspace.tables().stream()
                .filter(table -> table.gcGraceSeconds() < catchUp.toSeconds())
                .map(Keyspace.Table::name)
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return java.util.Optional.empty();
        }
        String named = names.stream().limit(TABLES_NAMED).collect(Collectors.joining(", "));
        return java.util.Optional.of(
                names.size() <= TABLES_NAMED ? named : named + " and " + (names.size() - TABLES_NAMED) + " more");
    }

    private static String inWords(Duration duration) {
        return duration.toMinutes() < 120 ? (duration.toSeconds() + 59) / 60 + " min" : duration.toHours() + " h";
    }

    private static Stream<Finding> elsewhere(Move move, Topology topology) {
        return topology.keyspaces().stream()
                .filter(keyspace -> keyspace.replication().isPerDatacenter())
                .filter(keyspace -> keyspace.replication().in(move.source()) == 0)
                .filter(keyspace -> keyspace.replication().in(move.targetName()) == 0)
                .map(keyspace -> PreflightCheck.note(
                        subject(keyspace.name()),
                        "It has no replica in " + move.source() + ", so it gets none in " + move.targetName() + ".",
                        "Nothing to do, unless clients of " + move.targetName() + " are to use it."));
    }

    private static String subject(String keyspace) {
        return "keyspace " + keyspace;
    }
}
