package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
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
            return ofQuorum(move.quorum().get());
        }
        return move.zookeeper()
                .map(MetadataFindings::ofZooKeeper)
                .orElseGet(() -> List.of(new Finding(
                        Severity.BLOCKER,
                        PLACE,
                        "The cluster keeps its metadata in ZooKeeper, and the inventory does not say where.",
                        "Name metadata.mode zookeeper with its servers and chroot, and target.zookeeperServers.")));
    }

    private static List<Finding> ofQuorum(Quorum quorum) {
        return quorum.isStatic()
                ? List.of(new Finding(
                        Severity.BLOCKER,
                        PLACE,
                        "The quorum is static: its voters stand in controller.quorum.voters and cannot be changed while it"
                                + " runs.",
                        "On 4.1 and later upgrade it (kafka-features upgrade --feature kraft.version=1); on 3.9 upgrade"
                                + " Kafka first, for there the upgrade reports success without one."))
                : List.of();
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
        return findings;
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
