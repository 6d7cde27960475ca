package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.base.ByteSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaWitnessIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String SOURCE = TestKafka.SOURCE.bootstrapServers();
    private static final String DESTINATION = TestKafka.DESTINATION.bootstrapServers();

    @AfterEach
    void end() {
        TestKafka.discard();
    }

    @Test
    void noRecordIsLostWhileItsTopicMovesAndItsClientsFollow() throws Exception {
        TestKafka.source();
        TopicLoader.load(SOURCE, new TopicOrder("stock", 2, 3, ByteSize.parse("8MiB")));
        KafkaWitness.createTopic(SOURCE, 3);

        try (KafkaWitness witness = KafkaWitness.start(SOURCE, 200);
                Admin admin = Admin.create(Map.of("bootstrap.servers", SOURCE))) {
            await().atMost(LIMIT).until(() -> witness.delivered() > 400);
            witness.phase("destination joins");
            TestKafka.destination();
            witness.phase("reassignment");
            move(admin);
            witness.phase("after a client cutover");
            witness.cutOver(DESTINATION);
            long atCutover = witness.acknowledged();
            await().atMost(LIMIT).until(() -> witness.acknowledged() > atCutover + 400);
            KafkaWitnessReport report = witness.report();

            System.out.println(report.text());
            assertThat(report.flawless()).as(report.text()).isTrue();
            assertThat(report.phases())
                    .extracting(WitnessReport.Phase::name)
                    .containsExactly("start", "destination joins", "reassignment", "after a client cutover");
            assertThat(topics(admin)).contains("stock-1", "stock-2", "__consumer_offsets", "__transaction_state");
        }
    }

    @Test
    void aWitnessSeesWhatSomebodyDeletedAndWhatSomebodySentTwice() throws Exception {
        TestKafka.source();
        KafkaWitness.createTopic(SOURCE, 3);

        try (KafkaWitness witness = KafkaWitness.start(SOURCE, 200);
                Admin admin = Admin.create(Map.of("bootstrap.servers", SOURCE));
                Producer<byte[], byte[]> somebody = new KafkaRoute(SOURCE).producer(Map.of())) {
            await().atMost(LIMIT).until(() -> witness.delivered() > 200);
            witness.stop();
            TopicPartition first = new TopicPartition(KafkaWitness.TOPIC, 0);
            answer(admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(5)))
                    .all());
            somebody.send(new NumberedRecord(1, 7).to(KafkaWitness.TOPIC)).get(10, TimeUnit.SECONDS);
            KafkaWitnessReport report = witness.report();

            assertThat(report.faults()).as(report.text()).isEqualTo(new RecordFaults(5, 0, 1, 0, 0));
            assertThat(report.flawless()).isFalse();
        }
    }

    private static void move(Admin admin) throws Exception {
        Map<TopicPartition, Optional<NewPartitionReassignment>> moves = new HashMap<>();
        List<Integer> brokers = new ArrayList<>(List.of(101, 102, 103));
        for (int partition = 0; partition < 3; partition++) {
            moves.put(
                    new TopicPartition(KafkaWitness.TOPIC, partition),
                    Optional.of(new NewPartitionReassignment(List.copyOf(brokers))));
            Collections.rotate(brokers, 1);
        }
        answer(admin.alterPartitionReassignments(moves).all());
        await().atMost(LIMIT)
                .until(() -> answer(admin.listPartitionReassignments().reassignments())
                        .isEmpty());
    }

    private static Set<String> topics(Admin admin) throws Exception {
        return answer(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    }

    private static <T> T answer(KafkaFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
