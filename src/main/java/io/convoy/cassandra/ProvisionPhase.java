package io.convoy.cassandra;

import io.convoy.plan.CassandraStep.JoinDatacenter;
import io.convoy.plan.CassandraStep.LeaveDatacenter;
import io.convoy.plan.CassandraStep.Preflight;
import io.convoy.plan.Draft;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.PlannedNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The new datacenter's nodes start and join, empty and with no keyspace of their own. */
final class ProvisionPhase {

    static final String SOFTWARE = "cassandra";

    private static final String PHASE = "provision";

    private final Move move;
    private final Pace pace;

    ProvisionPhase(Move move, PlanningPolicy policy) {
        this.move = move;
        this.pace = policy.pace();
    }

    List<Draft> steps() {
        return List.of(provision(), join(), preflight());
    }

    private Draft provision() {
        String target = move.targetName();
        String version = TargetSettings.version(move);
        Duration expected = pace.nodeStart().multipliedBy(move.targetNodes().size());
        return Draft.of(
                        PHASE,
                        "provision-" + target,
                        "Start " + move.targetNodes().size() + " nodes of " + target,
                        new ProvisionNodes(target, SOFTWARE, version, move.targetNodes(), TargetSettings.of(move)),
                        expected)
                .because(
                        "The new nodes must run the very version, cluster name and partitioner of the old ones, or they cannot"
                                + " join or stream; auto_bootstrap is off, because data comes later, range by range, from replicas"
                                + " that the plan chooses. Whatever else their cassandra.yaml needs (authenticator, encryption,"
                                + " disks) comes from who provisions them.")
                .undoneBy(
                        new RetireNodes(target, SOFTWARE, version, move.targetNodes()),
                        "The new nodes and their data are discarded. The data must go: a later attempt would skip the ranges"
                                + " that a node remembers, and deleted rows could come back.");
    }

    private Draft join() {
        String target = move.targetName();
        Map<String, Integer> perRack = move.targetNodes().stream()
                .collect(Collectors.groupingBy(PlannedNode::rack, Collectors.summingInt(node -> 1)));
        return Draft.of(
                        PHASE,
                        "join-" + target,
                        "Wait until all nodes of " + target + " are in the ring",
                        new JoinDatacenter(target, perRack),
                        pace.nodeJoin().multipliedBy(move.targetNodes().size()))
                .because(
                        "Replication may only be changed when every node of the new datacenter owns its ranges and agrees on"
                                + " the schema: a node that joins later would own ranges that were counted as copied.")
                .undoneBy(
                        new LeaveDatacenter(target),
                        "The new nodes leave the ring; only system_auth still has a replica on them, the last leaves by force.");
    }

    private Draft preflight() {
        return Draft.of(
                        PHASE,
                        "preflight-" + move.targetName(),
                        "Look at the new nodes before anything is written to them",
                        new Preflight(move.source(), move.targetName()),
                        SafetyPhase.LOOK)
                .because(
                        "Disk space and the memory of an earlier rebuild can be seen only now. A node that remembers ranges"
                                + " skips them and calls the rebuild a success.")
                .notUndone("It only looks.");
    }
}
