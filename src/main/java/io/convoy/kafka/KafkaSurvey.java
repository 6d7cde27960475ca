package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import jakarta.inject.Singleton;
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
            return new TwoClusterMove(nodes, Optional.empty());
        }
    }
}
