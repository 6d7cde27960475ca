package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import io.convoy.kafka.Circumstances.Version;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
import io.convoy.plan.PlannedServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a planner says of who keeps a cluster's metadata. Pure. */
final class MetadataFindings {

    private static final String PLACE = "metadata";
    private static final int HIGHEST_ID = 255;

    private MetadataFindings() {}

    static List<Finding> of(SharedClusterMove move) {
        if (move.quorum().isPresent()) {
            return ofQuorum(move.quorum().get(), move.nodes().cluster().version());
        }
        return move.zookeeper()
                .map(MetadataFindings::ofZooKeeper)
                .orElseGet(() -> List.of(new Finding(
                        Severity.BLOCKER,
                        PLACE,
                        "The cluster keeps its metadata in ZooKeeper, and the inventory does not say where.",
                        "Name metadata.mode zookeeper with its servers and chroot, and target.zookeeperServers.")));
    }

    private static List<Finding> ofQuorum(Quorum quorum, String version) {
        if (!quorum.isStatic()) {
            return List.of();
        }
        String reason = "The quorum is static: its voters stand in controller.quorum.voters.";
        return Version.parse(version).isBefore(4, 1)
                ? List.of(
                        new Finding(
                                Severity.BLOCKER,
                                PLACE,
                                reason,
                                "Upgrade Kafka to 4.1 or later first: on 3.9 the upgrade of the quorum reports success without one."))
                : List.of(new Finding(
                        Severity.WARNING,
                        PLACE,
                        reason,
                        "The plan upgrades it while it runs; there is no way back to a static one. Take"
                                + " controller.quorum.voters out of the files of brokers that stay."));
    }

    private static List<Finding> ofZooKeeper(MetadataServers servers) {
        List<Finding> findings = new ArrayList<>();
        if (servers.targets().isEmpty()) {
            findings.add(new Finding(
                    Severity.BLOCKER,
                    PLACE,
                    "Nobody has said to which ZooKeeper servers the metadata goes.",
                    "Name target.zookeeperServers, an odd number of them."));
        }
        if (servers.targets().size() % 2 == 0 && !servers.targets().isEmpty()) {
            findings.add(new Finding(
                    Severity.WARNING,
                    PLACE,
                    servers.targets().size()
                            + " ZooKeeper servers bear the loss of no more than one less of them would.",
                    "Name an odd number in target.zookeeperServers."));
        }
        Set<Endpoint> both = new HashSet<>(servers.targets());
        both.retainAll(servers.sources());
        if (!both.isEmpty()) {
            findings.add(new Finding(
                    Severity.BLOCKER,
                    PLACE,
                    "ZooKeeper servers on both sides: " + Objection.names(both),
                    "Name other servers in target.zookeeperServers than in metadata.servers."));
        }
        findings.addAll(ofEnsemble(servers));
        if (servers.source().sharedWith().isEmpty()) {
            findings.addAll(ofPromotion(servers.promotion()));
        }
        return findings;
    }

    private static List<Finding> ofPromotion(Promotion promotion) {
        if (promotion.isPossible()) {
            return List.of(new Finding(
                    Severity.WARNING,
                    PLACE,
                    "The ZooKeeper servers "
                            + Objection.names(promotion.leaving().stream()
                                    .map(PlannedServer::endpoint)
                                    .toList())
                            + " give up their votes and stop.",
                    "If somebody else uses them, say so in metadata.sharedWith, or leave metadata.credentials out: then the new"
                            + " servers part with them, and they are not touched. Whatever keeps the servers' zoo.cfg in order"
                            + " has to leave alone what ZooKeeper writes there."));
        }
        return promotion.objections().stream()
                .map(objection -> new Finding(
                        Severity.NOTE,
                        PLACE,
                        "The new ZooKeeper servers part with the old ones instead of taking over their votes: "
                                + objection.reason() + ".",
                        objection.remedy()))
                .toList();
    }

    private static List<Finding> ofEnsemble(MetadataServers servers) {
        List<Finding> findings = new ArrayList<>();
        boolean alone = servers.seen().states().stream().anyMatch(state -> state.is(ServerState.Condition.STANDALONE));
        if (alone) {
            findings.add(new Finding(
                    Severity.BLOCKER,
                    PLACE,
                    "The ZooKeeper server runs standalone: nobody can join it.",
                    "Give it server.1=… and standaloneEnabled=false and restart it as a quorum of one; it takes two seconds,"
                            + " and brokers bear it."));
        } else if (!servers.seen().ill().isEmpty()) {
            findings.add(new Finding(
                    Severity.BLOCKER,
                    PLACE,
                    "ZooKeeper servers that do not vote: "
                            + Objection.names(servers.seen().ill().stream()
                                    .map(state -> state.endpoint() + " " + state.condition())
                                    .toList()),
                    "Bring them back, or correct metadata.servers: observers shall join an ensemble that is whole."));
        }
        int highest =
                servers.servers().stream().mapToInt(server -> server.id()).max().orElse(0);
        if (highest > HIGHEST_ID) {
            findings.add(
                    new Finding(
                            Severity.BLOCKER,
                            PLACE,
                            "ZooKeeper numbers its servers up to " + HIGHEST_ID
                                    + ", and the new ones would get numbers up to " + highest + ".",
                            "Let clusters that share the ensemble move one after the other, without naming each other in sharedWith."));
        }
        return findings;
    }
}
