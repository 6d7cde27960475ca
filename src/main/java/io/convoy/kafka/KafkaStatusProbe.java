package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Kind;
import io.convoy.inventory.Target;
import io.convoy.inventory.Target.TargetDatacenter;
import io.convoy.nodestatus.ObservedNode;
import io.convoy.nodestatus.StatusProbe;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at every broker of a Kafka cluster that the inventory names, those that are still to come included. */
@Singleton
final class KafkaStatusProbe implements StatusProbe {

    private static final Logger LOG = Logger.getLogger(KafkaStatusProbe.class);

    private final KafkaLinks links;

    KafkaStatusProbe(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public boolean probes(Cluster cluster) {
        return cluster.kind() == Kind.KAFKA;
    }

    @Override
    public List<ObservedNode> probe(Cluster cluster) {
        if (cluster.target().map(Target::strategy).equals(Optional.of(SharedClusterPlan.STRATEGY))) {
            BrokerDiagnosis diagnosis = new BrokerDiagnosis(links.to(cluster).look());
            return nodes(cluster, diagnosis, diagnosis);
        }
        MovingNodes moving = MovingNodes.of(cluster);
        List<String> unseen = new ArrayList<>();
        Optional<BrokerDiagnosis> source = seen(cluster, moving.source(), unseen);
        Optional<BrokerDiagnosis> destination = seen(cluster, moving.destination(), unseen);
        BrokerDiagnosis either = source.or(() -> destination)
                .orElseThrow(() -> new UnreachableKafkaException(
                        "No broker of " + cluster.name() + " answers: " + String.join("; ", unseen)));
        return nodes(cluster, source.orElse(either), destination.orElse(either));
    }

    /** Two clusters may be on their way of which one is not there yet, or any more. */
    private Optional<BrokerDiagnosis> seen(Cluster cluster, Datacenter side, List<String> unseen) {
        try {
            return Optional.of(
                    new BrokerDiagnosis(links.side(cluster, side.name()).look()));
        } catch (UnreachableKafkaException e) {
            LOG.debugf("%s of %s: %s", side.name(), cluster.name(), e.getMessage());
            unseen.add(side.name() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static List<ObservedNode> nodes(Cluster cluster, BrokerDiagnosis present, BrokerDiagnosis toCome) {
        List<ObservedNode> nodes = new ArrayList<>();
        for (Datacenter datacenter : cluster.datacenters()) {
            datacenter
                    .nodes(cluster.name())
                    .forEach(node -> nodes.add(present.of(node, datacenter.name(), BrokerDiagnosis.Standing.PRESENT)));
        }
        cluster.target().stream()
                .flatMap(target -> target.datacenters().stream())
                .map(TargetDatacenter::datacenter)
                .forEach(datacenter -> datacenter
                        .nodes(cluster.name())
                        .forEach(node ->
                                nodes.add(toCome.of(node, datacenter.name(), BrokerDiagnosis.Standing.TO_COME))));
        return nodes;
    }
}
