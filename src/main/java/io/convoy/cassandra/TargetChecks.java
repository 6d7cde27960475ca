package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import io.convoy.plan.Finding;
import io.convoy.plan.PlannedNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the new nodes, as far as they are there already, are as empty and as large as they must be. */
final class TargetChecks {

    static final List<PreflightCheck> ALL = List.of(
            TargetChecks::addressTaken,
            TargetChecks::strangersInTarget,
            TargetChecks::fewerRacks,
            TargetChecks::remembersRebuild,
            TargetChecks::diskTooSmall);

    /** Streams land beside what compaction rewrites. */
    private static final double ROOM_FOR_COMPACTION = 1.5;

    private TargetChecks() {}

    private static Stream<Finding> addressTaken(Move move, Topology topology) {
        return move.targetNodes().stream().flatMap(node -> node.address().stream()
                .flatMap(address -> owners(move, address))
                .map(owner -> taken(node, owner)));
    }

    private static Stream<Member> owners(Move move, String address) {
        return move.members().filter(member -> member.address().equals(address)).filter(member -> !member.datacenter()
                .equals(move.targetName()));
    }

    private static Finding taken(PlannedNode node, Member owner) {
        return PreflightCheck.blocker(
                "node " + node.name(),
                "Its address " + owner.address() + " is that of a node of " + owner.datacenter() + ".",
                "Give it an address of its own in the inventory.");
    }

    private static Stream<Finding> strangersInTarget(Move move, Topology topology) {
        int seen = move.members(move.targetName()).size();
        int planned = move.target().nodeCount();
        if (seen <= planned) {
            return Stream.empty();
        }
        return Stream.of(PreflightCheck.blocker(
                "datacenter " + move.targetName(),
                "The ring already has " + seen + " nodes in it, the target " + planned + ".",
                "Name every node in the target, or decommission those that do not belong there: ranges that they own would"
                        + " never be copied."));
    }

    private static Stream<Finding> fewerRacks(Move move, Topology topology) {
        long before = racks(move.sourceNodes());
        long after = racks(move.targetNodes());
        return move.keyspaces().stream().mapToInt(keyspace -> keyspace.spread().in(move.targetName())).max().stream()
                .filter(replicas -> after < replicas && after < before)
                .mapToObj(replicas -> PreflightCheck.warning(
                        "datacenter " + move.targetName(),
                        "It has " + after + " racks for up to " + replicas + " replicas, " + move.source() + " has "
                                + before + ": the loss of one rack may cost a quorum.",
                        "Spread the new nodes over " + replicas
                                + " racks in the inventory, or accept it by approving the" + " plan."));
    }

    private static long racks(List<PlannedNode> nodes) {
        return nodes.stream().map(PlannedNode::rack).distinct().count();
    }

    private static Stream<Finding> remembersRebuild(Move move, Topology topology) {
        return move.members(move.targetName()).stream()
                .filter(member -> !member.rebuildMemory().isEmpty())
                .map(member -> PreflightCheck.blocker(
                        RingChecks.node(member),
                        "It remembers copied ranges of "
                                + member.rebuildMemory().stream()
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + " (system.available_ranges_v2), which a rebuild would skip or stumble over.",
                        "Retire the node with its data and let it be made anew. Only where its data is known to be new: as"
                                + " superuser, connected to this very node, DELETE FROM system.available_ranges_v2 WHERE"
                                + " keyspace_name = …; never TRUNCATE, which empties it on every node."));
    }

    private static Stream<Finding> diskTooSmall(Move move, Topology topology) {
        long share = move.members(move.source()).stream()
                        .mapToLong(member -> member.load().bytes())
                        .sum()
                / move.target().nodeCount();
        ByteSize needed = new ByteSize((long) (share * ROOM_FOR_COMPACTION));
        return move.members(move.targetName()).stream().flatMap(member -> tooSmall(member, share, needed).stream());
    }

    private static Optional<Finding> tooSmall(Member member, long share, ByteSize needed) {
        return member.diskFree()
                .filter(free -> free.compareTo(needed) < 0)
                .map(free -> PreflightCheck.blocker(
                        RingChecks.node(member),
                        "It has " + free + " free, and needs " + needed + " for its share of " + new ByteSize(share)
                                + " and for compaction.",
                        "Give it a larger disk, or plan more nodes."));
    }
}
