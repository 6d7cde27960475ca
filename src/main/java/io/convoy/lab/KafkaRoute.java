package io.convoy.lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How a client of the lab reaches a Kafka cluster, as an application's configuration would say it.
 *
 * @param bootstrapServers {@code address:port,…}
 */
record KafkaRoute(String bootstrapServers) {

    Admin admin(Duration limit) {
        int millis = Math.toIntExact(limit.toMillis());
        return Admin.create(with(Map.of(
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                millis,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis)));
    }

    /** One that neither loses nor doubles nor reorders what it sends. */
    Producer<byte[], byte[]> producer(Map<String, Object> further) {
        Map<String, Object> settings = with(further);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A member of a group, which starts at the beginning where the group has committed nothing. */
    Consumer<byte[], byte[]> member(String group) {
        return consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group));
    }

    /** A consumer of no group. */
    Consumer<byte[], byte[]> reader() {
        return consumer(Map.of());
    }

    /** A consumer of no group that gets no record of a transaction that was withdrawn or is open. */
    Consumer<byte[], byte[]> committedReader() {
        return consumer(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"));
    }

    private Consumer<byte[], byte[]> consumer(Map<String, Object> further) {
        Map<String, Object> settings = with(further);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> with(Map<String, Object> further) {
        Map<String, Object> settings = new HashMap<>(further);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return settings;
    }
}
