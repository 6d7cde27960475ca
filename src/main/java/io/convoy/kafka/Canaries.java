package io.convoy.kafka;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Convoy's own producers, one for each cluster that moves and names a topic for it; begun when first asked. */
@Singleton
final class Canaries implements ProducerPulse {

    private final KafkaLinks links;
    private final Map<ClusterName, Canary> living = new ConcurrentHashMap<>();

    Canaries(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Felt felt(Cluster cluster, KafkaView view) {
        living.values().removeIf(Canary::isOver);
        Optional<String> topic = cluster.target().flatMap(target -> target.canaryTopic());
        if (topic.isPresent() && !view.hasTopic(topic.get())) {
            // A producer that asks for a topic makes it, where brokers do that for producers.
            rest(cluster);
            return Felt.silent("there is no topic " + topic.get());
        }
        return topic.map(name -> canary(cluster, new Canary.Perch(KafkaWay.to(cluster), name))
                        .felt())
                .orElse(Felt.NOTHING);
    }

    private Canary canary(Cluster cluster, Canary.Perch perch) {
        return living.compute(cluster.name(), (name, known) -> {
            if (known != null && !known.isOver() && known.perch().equals(perch)) {
                return known;
            }
            if (known != null) {
                known.close();
            }
            return new Canary(perch, links.producer(perch.way()));
        });
    }

    @Override
    public void rest(Cluster cluster) {
        Optional.ofNullable(living.remove(cluster.name())).ifPresent(Canary::close);
    }

    @PreDestroy
    void close() {
        living.values().forEach(Canary::close);
    }
}
