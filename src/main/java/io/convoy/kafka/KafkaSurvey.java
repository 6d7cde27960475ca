package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.inventory.KafkaCluster;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.inventory.Target;
import io.convoy.inventory.Target.Clients;
import io.convoy.kafka.Circumstances.Metadata;
import io.convoy.kafka.Circumstances.Version;
import io.convoy.kafka.TwoClusterMove.Seen;
import io.convoy.plan.ChangePlan;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at a cluster before its move is planned; one that cannot be reached is planned from the inventory alone. */
@Singleton
final class KafkaSurvey {

    private static final Logger LOG = Logger.getLogger(KafkaSurvey.class);

    private final KafkaLinks links;

    KafkaSurvey(KafkaLinks links) {
        this.links = links;
    }

    TwoClusterMove twoClusters(Cluster cluster) {
        MovingNodes nodes = MovingNodes.of(cluster);
        try {
            return TwoClusterMove.of(nodes, links.side(cluster, nodes.source().name()));
        } catch (UnreachableKafkaException e) {
            LOG.infof("Cluster %s is planned from the inventory alone: %s", cluster.name(), e.getMessage());
            return new TwoClusterMove(nodes, Optional.empty(), e.forAPerson());
        }
    }

    StrategyChoice choice(Cluster cluster) {
        return StrategyChoice.of(circumstances(cluster));
    }

    /** The plan, with what speaks for and against its strategy; one that was proposed is told so by who proposed it. */
    ChangePlan advised(ChangePlan plan, Cluster cluster) {
        boolean demanded = cluster.target().map(Target::strategy).equals(Optional.of(plan.strategy()));
        return demanded ? new StrategyAdvice(choice(cluster)).demanded(plan) : plan;
    }

    private Circumstances circumstances(Cluster cluster) {
        TwoClusterMove move = twoClusters(cluster);
        Optional<Quorum> quorum = move.seen().isPresent() ? quorum(move) : Optional.empty();
        return new Circumstances(
                cluster.target().map(Target::clients).orElse(Clients.UNKNOWN),
                metadata(cluster, move, quorum),
                Version.parse(cluster.version()),
                room(move),
                stateful(move));
    }

    private Optional<Quorum> quorum(TwoClusterMove move) {
        return links.side(move.nodes().cluster(), move.source()).quorum();
    }

    private static Metadata metadata(Cluster cluster, TwoClusterMove move, Optional<Quorum> quorum) {
        Optional<KafkaMetadata> said = cluster.match(any -> Optional.empty(), KafkaCluster::metadata);
        boolean zookeeper = move.seen().isPresent()
                ? quorum.isEmpty()
                : said.filter(metadata -> metadata.mode() == KafkaMetadata.Mode.ZOOKEEPER)
                        .isPresent();
        if (zookeeper) {
            return said.filter(metadata -> !metadata.sharedWith().isEmpty()).isPresent()
                    ? Metadata.SHARED_ZOOKEEPER
                    : Metadata.ZOOKEEPER;
        }
        return quorum.filter(Quorum::isStatic).isPresent() ? Metadata.STATIC_QUORUM : Metadata.QUORUM;
    }

    private Circumstances.Room room(TwoClusterMove move) {
        List<KafkaView.LiveBroker> brokers =
                move.seen().map(Seen::view).map(KafkaView::brokers).orElse(List.of());
        List<Optional<String>> racks =
                brokers.stream().map(KafkaView.LiveBroker::rack).toList();
        long without = racks.stream().filter(Optional::isEmpty).count();
        return new Circumstances.Room(
                move.topics().stream()
                        .mapToInt(TopicShape::replicationFactor)
                        .max()
                        .orElse(1),
                Math.toIntExact(
                        racks.stream().flatMap(Optional::stream).distinct().count()),
                without > 0 && without < racks.size(),
                move.nodes().target().size(),
                Math.toIntExact(
                        move.nodes().destination().racks().stream().distinct().count()),
                brokers.stream()
                        .findFirst()
                        .map(broker -> links.side(move.nodes().cluster(), move.source())
                                .listeners(broker.id()))
                        .orElse(List.of()));
    }

    private static List<String> stateful(TwoClusterMove move) {
        return move.topics().stream()
                .filter(topic -> topic.isCompacted() || topic.isOfStreams())
                .map(TopicShape::name)
                .toList();
    }
}
