package io.convoy.cassandra;

import io.convoy.plan.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the ring is whole and at rest. */
final class RingChecks {

    static final List<PreflightCheck> ALL = List.of(
            RingChecks::sourceInRing,
            RingChecks::nodesDown,
            RingChecks::nodesMoving,
            RingChecks::schemaApart,
            RingChecks::busy,
            RingChecks::unlikeInventory);

    private static final String UNREACHABLE = "UNREACHABLE";
    private static final Set<String> AT_REST = Set.of("NORMAL");
    private static final Set<String> IN_THE_WAY = Set.of(
            "repair",
            "rebuild",
            "bootstrap",
            "decommission",
            "move",
            "relocation",
            "removenode",
            "validation",
            "replace");

    private RingChecks() {}

    private static Stream<Finding> sourceInRing(Move move, Topology topology) {
        if (!move.members(move.source()).isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(PreflightCheck.blocker(
                "datacenter " + move.source(),
                "No node of the ring is in it; the ring has " + String.join(", ", move.presentDatacenters()) + ".",
                "Correct the datacenter's name in the inventory (names are case-sensitive), or remove the target if the move"
                        + " is done."));
    }

    private static Stream<Finding> nodesDown(Move move, Topology topology) {
        return move.members()
                .filter(member -> !member.up())
                .map(member -> PreflightCheck.blocker(
                        node(member),
                        "It is down.",
                        "Start it, or take it out of the ring with 'nodetool removenode " + member.hostId()
                                + "'; a range whose replicas are not all there cannot be copied as a quorum has it."));
    }

    private static Stream<Finding> nodesMoving(Move move, Topology topology) {
        return move.members()
                .filter(Member::up)
                .filter(member -> !AT_REST.contains(member.mode()))
                .map(RingChecks::notNormal);
    }

    private static Finding notNormal(Member member) {
        if (member.mode().equals(UNREACHABLE)) {
            return PreflightCheck.blocker(
                    node(member),
                    "It is up, but its JMX does not answer Convoy.",
                    "Open its JMX port to Convoy and check the credentials under 'access.jmx' in the inventory; rebuilds and"
                            + " guardrails are steered there.");
        }
        return PreflightCheck.blocker(
                node(member),
                "Its mode is " + member.mode() + ", not NORMAL.",
                "Wait until it is NORMAL; where it is stuck, see 'nodetool netstats' on it. Ranges must not change hands"
                        + " during the move.");
    }

    private static Stream<Finding> schemaApart(Move move, Topology topology) {
        Map<String, List<String>> held = heldVersions(topology);
        if (held.size() <= 1) {
            return Stream.empty();
        }
        String versions = held.entrySet().stream()
                .map(entry -> entry.getKey() + " on "
                        + entry.getValue().stream()
                                .sorted(AddressOrder.BY_NUMBER)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return Stream.of(PreflightCheck.blocker(
                "schema",
                "The nodes hold " + held.size() + " schema versions: " + versions + ".",
                "Look again in a minute; where it stays, run 'nodetool reloadlocalschema' or restart the odd nodes, one at a"
                        + " time. Changes of replication need one schema."));
    }

    /** Without the nodes that could not be asked: these are findings of their own. */
    static Map<String, List<String>> heldVersions(Topology topology) {
        Map<String, List<String>> held = new TreeMap<>(topology.schemaVersions());
        held.remove(UNREACHABLE);
        return held;
    }

    private static Stream<Finding> busy(Move move, Topology topology) {
        return move.members().flatMap(RingChecks::busyWith);
    }

    private static Stream<Finding> busyWith(Member member) {
        return member.activities().stream()
                .filter(RingChecks::isInTheWay)
                .distinct()
                .sorted()
                .map(activity -> PreflightCheck.blocker(
                        node(member),
                        "It is busy: " + activity + ".",
                        "Let it end, or stop it, and pause what starts it (Reaper's schedules, for one); a node does one"
                                + " rebuild at a time, and repairs and rebuilds slow each other down."));
    }

    private static boolean isInTheWay(String activity) {
        String word = activity.toLowerCase(Locale.ROOT);
        return IN_THE_WAY.stream().anyMatch(word::contains);
    }

    private static Stream<Finding> unlikeInventory(Move move, Topology topology) {
        return move.presentDatacenters().stream()
                .flatMap(datacenter -> unlike(move, datacenter, known -> known.nodeCount()));
    }

    private static Stream<Finding> unlike(
            Move move, String datacenter, Function<io.convoy.inventory.Datacenter, Integer> count) {
        int seen = move.members(datacenter).size();
        int known = move.cluster().datacenter(datacenter).map(count).orElse(0);
        if (seen == known) {
            return Stream.empty();
        }
        return Stream.of(PreflightCheck.warning(
                "datacenter " + datacenter,
                "The ring has " + seen + " nodes in it, the inventory " + known + ".",
                "Correct the inventory ('convoy import --discover' reads the ring); the plan goes by the ring."));
    }

    static String node(Member member) {
        return "node " + member.address();
    }
}
