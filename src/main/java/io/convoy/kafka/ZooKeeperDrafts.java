package io.convoy.kafka;

import io.convoy.plan.Draft;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.KafkaStep.CleanMetadata;
import io.convoy.plan.KafkaStep.ForkMetadata;
import io.convoy.plan.KafkaStep.JoinObservers;
import java.time.Duration;
import java.util.List;

/** How metadata in ZooKeeper moves: servers observe it, and part with it when all brokers are theirs. Pure. */
final class ZooKeeperDrafts {

    private static final Duration PER_NODE = Duration.ofMinutes(1);

    private ZooKeeperDrafts() {}

    static List<Draft> observers(SharedClusterMove move, MetadataServers servers) {
        return List.of(provision(move, servers), join(move, servers));
    }

    private static Draft provision(SharedClusterMove move, MetadataServers servers) {
        String target = move.nodes().destination().name();
        return Draft.of(
                        "provision",
                        "provision-zookeeper",
                        "Start " + servers.targets().size() + " ZooKeeper servers of " + target,
                        new ProvisionNodes(
                                target,
                                MetadataServers.SOFTWARE,
                                servers.version(),
                                servers.nodes(target),
                                servers.observing()),
                        PER_NODE.multipliedBy(servers.targets().size()))
                .because(
                        "As observers they have no vote and need no change, nor a restart, of the servers that are there; the new"
                                + " brokers use them only, so that nobody needs the old ones in the end.")
                .undoneBy(
                        new RetireNodes(target, MetadataServers.SOFTWARE, servers.version(), servers.nodes(target)),
                        "The observers are discarded; the ensemble does not miss them.");
    }

    private static Draft join(SharedClusterMove move, MetadataServers servers) {
        String target = move.nodes().destination().name();
        return Draft.of(
                        "provision",
                        "join-zookeeper",
                        "Wait until the ZooKeeper servers of " + target + " have caught up",
                        new JoinObservers(target, servers.servers(), servers.sourceNames()),
                        PER_NODE)
                .because("A broker that starts on a server that lags would see a cluster of yesterday.")
                .notUndone("It only waits.");
    }

    static List<Draft> separation(SharedClusterMove move, MetadataServers servers) {
        return servers.promotion().isPossible()
                ? PromotionDrafts.of(move, servers)
                : List.of(fork(move, servers), clean(servers));
    }

    private static Draft fork(SharedClusterMove move, MetadataServers servers) {
        String target = move.nodes().destination().name();
        return Draft.of(
                        "separation",
                        "fork-zookeeper",
                        "Make the ZooKeeper servers of " + target + " an ensemble of their own",
                        new ForkMetadata(
                                target,
                                servers.version(),
                                servers.servers(),
                                servers.alone(),
                                servers.connect(),
                                move.destinationIds()),
                        PER_NODE)
                .because(whyFork(servers))
                .notUndone("The point of no return has been passed.");
    }

    private static String whyFork(MetadataServers servers) {
        String why =
                "All observers stop, the first one last and after it has caught up, and start again with each other only.";
        return servers.source().sharedWith().isEmpty()
                ? why
                        + " The old ensemble is not touched, and can be switched off afterwards. It does not hand its votes over"
                        + " instead: " + Objection.sentence(servers.promotion().objections())
                : why + " The old ensemble is not touched: it stays for "
                        + String.join(
                                ", ",
                                servers.source().sharedWith().stream()
                                        .map(Object::toString)
                                        .toList())
                        + ".";
    }

    private static Draft clean(MetadataServers servers) {
        return Draft.of(
                        "separation",
                        "clean-zookeeper",
                        "Delete what belongs to others from the new ensemble",
                        new CleanMetadata(servers.servers(), servers.sourceNames(), servers.chroot()),
                        PER_NODE)
                .because(
                        "The observers have copied all that the old ensemble held. Nothing is deleted before a probe on each side"
                                + " has shown that the other does not hear of it.")
                .notUndone("What is deleted is a copy; the old ensemble holds the original.");
    }
}
