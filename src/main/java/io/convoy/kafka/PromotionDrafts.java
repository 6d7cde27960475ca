package io.convoy.kafka;

import io.convoy.plan.Draft;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.KafkaStep.LeaveServers;
import io.convoy.plan.KafkaStep.PromoteMetadata;
import io.convoy.plan.PlannedNode;
import io.convoy.plan.PlannedServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an ensemble that serves nobody else hands its votes over, and its old servers stop. Pure. */
final class PromotionDrafts {

    private static final Duration PER_NODE = Duration.ofMinutes(1);
    private static final String PASSED =
            "The point of no return has been passed: the brokers that knew the old servers are gone.";

    private PromotionDrafts() {}

    static List<Draft> of(SharedClusterMove move, MetadataServers servers) {
        return List.of(promote(move, servers), retire(move, servers), leave(servers));
    }

    private static Draft promote(SharedClusterMove move, MetadataServers servers) {
        String target = move.nodes().destination().name();
        List<PlannedServer> leaving = servers.promotion().leaving();
        return Draft.of(
                        "handing over",
                        "promote-zookeeper",
                        "Give the votes of ZooKeeper to the servers of " + target,
                        new PromoteMetadata(
                                servers.servers(), servers.alone(), leaving, servers.connect(), move.destinationIds()),
                        PER_NODE.multipliedBy(servers.servers().size() + leaving.size()))
                .because(
                        "The ensemble serves this cluster only, and lets Convoy reconfigure it; so it goes on as one, nothing is"
                                + " stopped meanwhile and nothing has to be deleted. One vote changes at a time, the leader's last, and only"
                                + " while most of those who then vote are up. Where an answer is lost, Convoy looks before it goes on.")
                .notUndone(PASSED);
    }

    private static Draft retire(SharedClusterMove move, MetadataServers servers) {
        String source = move.nodes().source().name();
        return Draft.of(
                        "handing over",
                        "retire-zookeeper",
                        "Stop the ZooKeeper servers of " + source,
                        new RetireNodes(
                                source,
                                MetadataServers.SOFTWARE,
                                servers.version(),
                                servers.promotion().leaving().stream()
                                        .map(server -> node(server, source))
                                        .toList()),
                        PER_NODE)
                .because("They have no vote and no client. As long as they run, they follow and hold a copy of all.")
                .notUndone(PASSED);
    }

    private static PlannedNode node(PlannedServer server, String rack) {
        return new PlannedNode(
                server.node(), rack, Optional.of(server.at().host()), Optional.empty(), Optional.of(server.id()));
    }

    private static Draft leave(MetadataServers servers) {
        return Draft.of(
                        "handing over",
                        "leave-zookeeper",
                        "Look whether the old ZooKeeper servers are gone",
                        new LeaveServers(servers.servers(), servers.promotion().leaving()),
                        PER_NODE)
                .because("Whoever stops them may know them by other names; this asks themselves, and the leader.")
                .notUndone("It only looks.");
    }
}
