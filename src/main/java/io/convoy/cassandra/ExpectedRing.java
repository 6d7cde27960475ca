package io.convoy.cassandra;

import io.convoy.execution.Difference;
import io.convoy.execution.Position;
import io.convoy.plan.CassandraStep.DecommissionNode;
import io.convoy.plan.CassandraStep.JoinDatacenter;
import io.convoy.plan.CassandraStep.LeaveDatacenter;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which nodes may be members of a cluster's ring at one position of its plan. Pure.
 *
 * <ol>
 *   <li>Those that the plan found, each in its rack, until their datacenter begins to leave; those that have left stay away.
 *   <li>In a datacenter that is coming or going at this moment: anybody. The step under way tells of what is wrong there.
 *   <li>In one that has come: as many in each rack as were planned, whatever their addresses.
 * </ol>
 *
 * A node that is down is a member like any other.
 */
final class ExpectedRing {

    private static final String GONE = "gone from the ring";

    private final Map<String, String> found;
    private final Set<String> leaving;
    private final Set<String> left;
    private final Set<String> unsettled;
    private final Map<String, Map<String, Integer>> joined;

    ExpectedRing(Position at) {
        found = PlanFacts.nodes(at.plan().facts());
        leaving = Stream.concat(
                        at.begun(DecommissionNode.class).map(DecommissionNode::datacenter),
                        Stream.concat(at.begun(LeaveDatacenter.class), at.takenBack(LeaveDatacenter.class))
                                .map(LeaveDatacenter::datacenter))
                .collect(Collectors.toSet());
        left = at.done(DecommissionNode.class).map(DecommissionNode::address).collect(Collectors.toSet());
        joined = at.done(JoinDatacenter.class)
                .collect(Collectors.toMap(JoinDatacenter::datacenter, JoinDatacenter::nodesPerRack, (a, b) -> b));
        unsettled = Stream.of(
                        at.begun(ProvisionNodes.class).map(ProvisionNodes::datacenter),
                        at.begun(JoinDatacenter.class).map(JoinDatacenter::datacenter),
                        // A node whose process is gone before it has joined for good may stay listed for a while.
                        at.takenBack(RetireNodes.class).map(RetireNodes::datacenter))
                .flatMap(datacenters -> datacenters)
                .filter(datacenter -> !joined.containsKey(datacenter))
                .collect(Collectors.toSet());
    }

    List<Difference> differences(List<Peer> peers) {
        Map<String, Peer> ring =
                peers.stream().collect(Collectors.toMap(Peer::address, Function.identity(), (a, b) -> a));
        List<Difference> differences = new ArrayList<>();
        new TreeMap<>(found).forEach((address, place) -> {
            if (!ring.containsKey(address) && !isLeaving(place)) {
                differences.add(new Difference("node " + address, GONE, "in " + place));
            }
        });
        peers.stream().filter(ExpectedRing::isKnownToItsPeers).forEach(peer -> judge(peer, differences));
        joined.forEach((datacenter, racks) -> racks.forEach((rack, nodes) -> {
            if (!leaving.contains(datacenter)) {
                count(datacenter, rack, nodes, peers, differences);
            }
        }));
        return differences;
    }

    private void judge(Peer peer, List<Difference> differences) {
        String place = place(peer);
        String known = found.get(peer.address());
        if (left.contains(peer.address())) {
            differences.add(new Difference("node " + peer.address(), "in the ring, in " + place, "that it has left"));
        } else if (known == null && !mayCome(peer)) {
            differences.add(new Difference("node " + peer.address(), "new in " + place, "no such node"));
        } else if (known != null && !known.equals(place)) {
            differences.add(new Difference("node " + peer.address(), "in " + place, "in " + known));
        }
    }

    private boolean mayCome(Peer peer) {
        Map<String, Integer> racks = joined.getOrDefault(peer.datacenter(), Map.of());
        return unsettled.contains(peer.datacenter()) || racks.containsKey(peer.rack());
    }

    private static void count(
            String datacenter, String rack, int planned, List<Peer> peers, List<Difference> differences) {
        List<String> members = peers.stream()
                .filter(peer ->
                        peer.datacenter().equals(datacenter) && peer.rack().equals(rack))
                .map(Peer::address)
                .sorted()
                .toList();
        if (members.size() != planned) {
            differences.add(new Difference(
                    "rack " + rack + " of " + datacenter, "made of nodes " + members, planned + " nodes"));
        }
    }

    private boolean isLeaving(String place) {
        return leaving.contains(place.split(" ", 2)[0]);
    }

    // A node that is only just joining is listed before all is known of it.
    private static boolean isKnownToItsPeers(Peer peer) {
        return !peer.datacenter().equals("unknown") && !peer.rack().equals("unknown");
    }

    private static String place(Peer peer) {
        return peer.datacenter() + " " + peer.rack();
    }
}
