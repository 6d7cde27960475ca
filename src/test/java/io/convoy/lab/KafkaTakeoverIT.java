package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lab's destination can do all that a migration asks of it: the source goes, and it lives on by itself. */
class KafkaTakeoverIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String SOURCE = TestKafka.SOURCE.bootstrapServers();
    private static final String DESTINATION = TestKafka.DESTINATION.bootstrapServers();

    @AfterEach
    void end() {
        TestKafka.discard();
    }

    @Test
    void theDestinationRestartsOnItsOwnWhenTheSourceHasGone() throws Exception {
        LabCluster source = TestKafka.source();
        LabCluster destination = TestKafka.destination();
        KafkaWitness.createTopic(SOURCE, 3);

        try (KafkaWitness witness = KafkaWitness.start(SOURCE, 100);
                Admin admin = Admin.create(Map.of("bootstrap.servers", DESTINATION))) {
            await().atMost(LIMIT).until(() -> witness.delivered() > 100);
            witness.phase("topics move");
            moveAll(admin);
            witness.phase("clients move");
            witness.cutOver(DESTINATION);
            witness.phase("quorum moves");
            exchangeVoters(admin);
            witness.phase("source goes");
            source.nodes().forEach(LabNode::retire);
            witness.phase("restart of a destination node");
            destination.node("dc-new-2").stop();
            destination.start(destination.node("dc-new-2"));
            long atEnd = witness.acknowledged();
            await().atMost(LIMIT).until(() -> witness.acknowledged() > atEnd + 100);
            KafkaWitnessReport report = witness.report();

            System.out.println(report.text());
            assertThat(report.flawless()).as(report.text()).isTrue();
            assertThat(voters(admin)).containsExactlyInAnyOrder(101, 102, 103);
        }
    }

    private static void moveAll(Admin admin) throws Exception {
        Set<String> topics = answer(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        Map<TopicPartition, Optional<NewPartitionReassignment>> moves = new HashMap<>();
        List<Integer> brokers = new ArrayList<>(List.of(101, 102, 103));
        for (TopicDescription topic :
                answer(admin.describeTopics(topics).allTopicNames()).values()) {
            for (int partition = 0; partition < topic.partitions().size(); partition++) {
                moves.put(
                        new TopicPartition(topic.name(), partition),
                        Optional.of(new NewPartitionReassignment(List.copyOf(brokers))));
                Collections.rotate(brokers, 1);
            }
        }
        answer(admin.alterPartitionReassignments(moves).all());
        await().atMost(LIMIT)
                .until(() -> answer(admin.listPartitionReassignments().reassignments())
                        .isEmpty());
    }

    private static void exchangeVoters(Admin admin) throws Exception {
        for (QuorumInfo.ReplicaState node : quorum(admin).observers()) {
            String address = TestKafka.DESTINATION.addresses().get(node.replicaId() - 101);
            answer(admin.addRaftVoter(
                            node.replicaId(),
                            node.replicaDirectoryId(),
                            Set.of(new RaftVoterEndpoint("CONTROLLER", address, 9093)))
                    .all());
        }
        await().atMost(LIMIT).until(() -> removeOldVoter(admin));
    }

    /** True when there is none. Whoever asks a controller that is just leaving is refused, and has to look again. */
    private static boolean removeOldVoter(Admin admin) throws Exception {
        Optional<QuorumInfo.ReplicaState> old = quorum(admin).voters().stream()
                .filter(node -> node.replicaId() < 101)
                .findFirst();
        if (old.isEmpty()) {
            return true;
        }
        try {
            answer(admin.removeRaftVoter(old.get().replicaId(), old.get().replicaDirectoryId())
                    .all());
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(NotLeaderOrFollowerException.class);
        }
        return false;
    }

    private static List<Integer> voters(Admin admin) throws Exception {
        return quorum(admin).voters().stream()
                .map(QuorumInfo.ReplicaState::replicaId)
                .toList();
    }

    private static QuorumInfo quorum(Admin admin) throws Exception {
        return answer(admin.describeMetadataQuorum().quorumInfo());
    }

    private static <T> T answer(KafkaFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }
}
