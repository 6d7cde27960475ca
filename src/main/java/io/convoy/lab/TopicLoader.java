package io.convoy.lab;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes topics and fills them with data that does not compress, one transaction a topic; a group then commits that it has
 * read them. So the cluster has both of its internal topics too.
 */
public final class TopicLoader {

    private final KafkaRoute route;
    private final TopicOrder order;

    private TopicLoader(KafkaRoute route, TopicOrder order) {
        this.route = route;
        this.order = order;
    }

    public static void load(String bootstrapServers, TopicOrder order) {
        TopicLoader loader = new TopicLoader(new KafkaRoute(bootstrapServers), order);
        loader.create();
        loader.fill();
        loader.commit();
    }

    /** Makes a topic without records; nothing to do where it is. */
    public static void make(
            String bootstrapServers, String topic, int partitions, int replicas, Map<String, String> configuration) {
        try (TopicMaker topics = new TopicMaker(new KafkaRoute(bootstrapServers))) {
            topics.create(new NewTopic(topic, partitions, (short) replicas).configs(configuration));
        }
    }

    private void create() {
        try (TopicMaker topics = new TopicMaker(route)) {
            order.names().forEach(topic -> topics.create(topic, order.partitions()));
        }
    }

    private void fill() {
        String transactions = order.prefix() + "-loader";
        try (Producer<byte[], byte[]> producer =
                route.producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactions))) {
            producer.initTransactions();
            for (String topic : order.names()) {
                producer.beginTransaction();
                fill(producer, topic);
                producer.commitTransaction();
            }
        }
    }

    private void fill(Producer<byte[], byte[]> producer, String topic) {
        for (long number = 0; number < order.recordsOfEach(); number++) {
            byte[] payload = new byte[TopicOrder.RECORD_BYTES];
            new SplittableRandom(number).nextBytes(payload);
            int partition = Math.toIntExact(number % order.partitions());
            // Whatever fails is thrown when the transaction is committed.
            var unused = producer.send(new ProducerRecord<>(topic, partition, null, payload));
        }
    }

    private void commit() {
        try (Consumer<byte[], byte[]> consumer = route.member(order.group())) {
            List<TopicPartition> partitions =
                    order.names().stream().flatMap(this::partitionsOf).toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            consumer.commitSync();
        }
    }

    private Stream<TopicPartition> partitionsOf(String topic) {
        return IntStream.range(0, order.partitions()).mapToObj(partition -> new TopicPartition(topic, partition));
    }
}
