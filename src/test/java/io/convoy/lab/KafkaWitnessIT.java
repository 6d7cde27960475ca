package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KafkaWitnessIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String SOURCE = TestKafka.SOURCE.bootstrapServers();

    @AfterAll
    static void end() {
        TestKafka.discard();
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

    @Test
    void aBrokerListensOnItsOwnAddressOnly() throws Exception {
        LabNode first = TestKafka.source().node("dc-old-1");

        assertThat(ListeningSockets.of(first.pid().orElseThrow()))
                .containsExactlyInAnyOrder("127.21.1.1:9092", "127.21.1.1:9093", "127.21.1.1:7199");
    }

    private static <T> T answer(KafkaFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
