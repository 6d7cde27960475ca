package io.convoy.kafka;

import io.convoy.inventory.Access;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Endpoint;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Convoy's connections to all Kafka clusters, one for each. */
@Singleton
final class KafkaLinks {

    /** As which Convoy is known to brokers. */
    static final String CLIENT_ID = "convoy";

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Map<String, Link> links = new ConcurrentHashMap<>();

    private record Link(String bootstrap, LiveCluster cluster, Admin admin) {

        LiveSide side() {
            return new LiveSide(admin, cluster::answer, () -> KafkaLinks.reader(bootstrap));
        }
    }

    /** The live cluster that the inventory names, by whichever of its addresses, old and new, answers. */
    LiveCluster to(Cluster cluster) {
        return link(cluster.name().value(), bootstrap(cluster)).cluster();
    }

    /** One of two clusters: the one in this datacenter, by its own addresses only. */
    LiveSide side(Cluster cluster, String datacenter) {
        return link(cluster.name() + " " + datacenter, SideAddresses.of(cluster, datacenter))
                .side();
    }

    private Link link(String of, String bootstrap) {
        return links.compute(of, (name, known) -> {
            if (known != null && known.bootstrap().equals(bootstrap)) {
                return known;
            }
            if (known != null) {
                known.admin().close(CLOSE);
            }
            return open(bootstrap);
        });
    }

    private static Consumer<byte[], byte[]> reader(String bootstrap) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        CLIENT_ID,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Link open(String bootstrap) {
        Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG,
                CLIENT_ID,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ANSWER.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ANSWER.toMillis()));
        return new Link(bootstrap, new LiveCluster(admin, ANSWER), admin);
    }

    /** The old addresses and, behind them, the new ones: the last steps of a move find only those. */
    private static String bootstrap(Cluster cluster) {
        Stream<String> old = cluster.access().map(Access::contactPoints).orElse(List.of()).stream()
                .map(Endpoint::toString);
        Stream<String> fresh = MovingNodes.of(cluster).target().stream()
                .flatMap(node -> node.address().stream())
                .map(address -> address + ":" + MovingNodes.PORT);
        String all = Stream.concat(old, fresh).distinct().collect(Collectors.joining(","));
        if (all.isEmpty()) {
            throw new UnreachableKafkaException("Nobody has said how to reach cluster " + cluster.name()
                    + ": name access.contactPoints in the inventory");
        }
        return all;
    }

    @PreDestroy
    void close() {
        links.values().forEach(link -> link.admin().close(CLOSE));
    }
}
