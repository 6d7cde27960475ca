package io.convoy.kafka;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
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
    public Optional<Duration> longestStall(Cluster cluster) {
        return cluster.target().flatMap(target -> target.canaryTopic()).flatMap(topic -> canary(cluster, topic)
                .longestStall());
    }

    private Canary canary(Cluster cluster, String topic) {
        return living.compute(cluster.name(), (name, known) -> {
            if (known != null && known.isAlive() && known.topic().equals(topic)) {
                return known;
            }
            if (known != null) {
                known.close();
            }
            return new Canary(topic, links.producer(cluster));
        });
    }

    @PreDestroy
    void close() {
        living.values().forEach(Canary::close);
    }
}
