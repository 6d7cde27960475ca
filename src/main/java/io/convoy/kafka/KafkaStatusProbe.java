package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Kind;
import io.convoy.inventory.Target.TargetDatacenter;
import io.convoy.nodestatus.ObservedNode;
import io.convoy.nodestatus.StatusProbe;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Looks at every broker of a Kafka cluster that the inventory names, those that are still to come included. */
@Singleton
final class KafkaStatusProbe implements StatusProbe {

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
        BrokerDiagnosis diagnosis = new BrokerDiagnosis(links.to(cluster).look());
        List<ObservedNode> nodes = new ArrayList<>();
        for (Datacenter datacenter : cluster.datacenters()) {
            datacenter
                    .nodes(cluster.name())
                    .forEach(
                            node -> nodes.add(diagnosis.of(node, datacenter.name(), BrokerDiagnosis.Standing.PRESENT)));
        }
        cluster.target().stream()
                .flatMap(target -> target.datacenters().stream())
                .map(TargetDatacenter::datacenter)
                .forEach(datacenter -> datacenter
                        .nodes(cluster.name())
                        .forEach(node ->
                                nodes.add(diagnosis.of(node, datacenter.name(), BrokerDiagnosis.Standing.TO_COME))));
        return nodes;
    }
}
