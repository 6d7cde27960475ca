package io.convoy.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Clients whose owner has forgotten to change their bootstrap servers. */
final class OldClients implements AutoCloseable {

    private final String bootstrapServers;
    private final Thread reader;
    private final CountDownLatch atWork = new CountDownLatch(1);
    private volatile boolean isReading = true;

    private OldClients(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.reader = new Thread(() -> read(topic), "forgotten");
    }

    /** One of group {@code reports}, which is at work when this returns. */
    static OldClients reading(String bootstrapServers, String topic) {
        OldClients clients = new OldClients(bootstrapServers, topic);
        clients.reader.start();
        clients.awaitWork();
        return clients;
    }

    private void read(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "client.id", "forgotten", "group.id", "reports");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (isReading) {
                consumer.poll(Duration.ofMillis(100));
                if (!consumer.assignment().isEmpty()) {
                    atWork.countDown();
                }
            }
        }
    }

    private void awaitWork() {
        try {
            if (!atWork.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The consumer got no partition");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void stopReading() {
        isReading = false;
        try {
            reader.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A producer that starts, writes one record and ends. */
    static void write(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "client.id", "unconfigured");
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[8])).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stopReading();
    }
}
