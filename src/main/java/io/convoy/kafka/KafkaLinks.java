package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Convoy's connections to all Kafka clusters, one for each. */
@Singleton
final class KafkaLinks {

    /** As which Convoy is known to brokers. */
    static final String CLIENT_ID = "convoy";

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final ClientSettings settings;

    KafkaLinks() {
        this(System.getenv());
    }

    /** @param environment where {@code env:} references to secrets are looked up */
    KafkaLinks(Map<String, String> environment) {
        this.settings = new ClientSettings(environment);
    }

    private record Link(KafkaWay way, LiveCluster cluster, Admin admin) {}

    /** The live cluster that the inventory names, by whichever of its addresses, old and new, answers. */
    LiveCluster to(Cluster cluster) {
        return link(cluster.name().value(), KafkaWay.to(cluster)).cluster();
    }

    /** One of two clusters: the one in this datacenter, by its own addresses only. */
    LiveSide side(Cluster cluster, String datacenter) {
        Link link = link(cluster.name() + " " + datacenter, KafkaWay.to(cluster, datacenter));
        return new LiveSide(link.admin(), link.cluster()::answer, () -> reader(link.way()));
    }

    private Link link(String of, KafkaWay way) {
        return links.compute(of, (name, known) -> {
            if (known != null && known.way().equals(way)) {
                return known;
            }
            if (known != null) {
                known.admin().close(CLOSE);
            }
            return open(name, way);
        });
    }

    private Consumer<byte[], byte[]> reader(KafkaWay way) {
        Map<String, Object> all = settings.of(way);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return made(way, () -> new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** One that waits for every replica in sync, as careful clients do, and gives a record up after half a minute. */
    Producer<byte[], byte[]> producer(KafkaWay way) {
        Map<String, Object> all = settings.of(way);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) CLOSE.toMillis());
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * (int) ANSWER.toMillis());
        return made(way, () -> new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private Link open(String of, KafkaWay way) {
        Map<String, Object> all = settings.of(way);
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        Admin admin = made(way, () -> Admin.create(all));
        return new Link(way, new LiveCluster(admin, ANSWER, new Refusals(way, () -> letGo(of, admin))), admin);
    }

    private static <T> T made(KafkaWay way, Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            // Without its cause, which might repeat what the client was given.
            throw new NotLetInException("No Kafka client can be made of what the inventory says under '" + way.place()
                    + "' for " + way.asked());
        }
    }

    /** The next one to ask gets a new connection. */
    private void letGo(String of, Admin admin) {
        links.computeIfPresent(of, (name, known) -> known.admin() == admin ? null : known);
        admin.close(Duration.ZERO);
    }

    @PreDestroy
    void close() {
        links.values().forEach(link -> link.admin().close(CLOSE));
    }
}
