package io.convoy.kafka;

import io.convoy.base.ByteSize;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryReader;
import io.convoy.inventory.KafkaCluster;
import io.convoy.kafka.KafkaView.LiveBroker;
import io.convoy.kafka.Quorum.Learner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;
import org.apache.kafka.common.Uuid;

/** The cluster of {@code inventory/demo-kafka.yaml}, and what would be seen of it before it moves. */
final class PaymentsView {

    private PaymentsView() {}

    static Cluster cluster() {
        try {
            byte[] file = Files.readAllBytes(Path.of("inventory", "demo-kafka.yaml"));
            return new InventoryReader(ByteSize.parse("1MiB"))
                    .read(file, ImportFormat.YAML, "demo-kafka")
                    .clusters()
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SharedClusterMove healthy() {
        return with(view(), Optional.of(quorum(new Uuid(1, 1))));
    }

    /** The same, while clients write so much. */
    static SharedClusterMove writtenTo(Ingest ingest) {
        SharedClusterMove move = healthy();
        return new SharedClusterMove(
                move.nodes(), move.observed(), move.quorum(), move.zookeeper(), move.inherited(), ingest);
    }

    /** The same, with a topic for the canary. */
    static SharedClusterMove withCanary(String topic) {
        SharedClusterMove move = healthy();
        return new SharedClusterMove(
                MovingNodes.of(KafkaRig.withCanary((KafkaCluster) cluster(), topic)),
                move.observed(),
                move.quorum(),
                move.zookeeper(),
                move.inherited(),
                move.ingest());
    }

    /** The same, whose old brokers' file says this too. */
    static SharedClusterMove whoseFileSays(Map<String, String> settings) {
        SharedClusterMove move = healthy();
        Map<String, String> all = new TreeMap<>(move.inherited().settings());
        all.putAll(settings);
        return new SharedClusterMove(
                move.nodes(),
                move.observed(),
                move.quorum(),
                move.zookeeper(),
                new BrokerFile(all, Set.of()),
                move.ingest());
    }

    static SharedClusterMove inZooKeeper() {
        return with(view(), Optional.empty());
    }

    static SharedClusterMove withStaticQuorum() {
        return with(view(), Optional.of(quorum(Uuid.ZERO_UUID)));
    }

    static KafkaView with(List<LiveBroker> brokers, List<PartitionState> partitions) {
        return new KafkaView("cluster", brokers, partitions);
    }

    static List<LiveBroker> brokers() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(id -> new LiveBroker(
                        new BrokerId(id), "127.21.1." + id, MovingNodes.PORT, Optional.of("dc_old-r" + id)))
                .toList();
    }

    static PartitionState partition(int number, int... replicas) {
        List<BrokerId> brokers = IntStream.of(replicas).mapToObj(BrokerId::new).toList();
        return new PartitionState(
                new PartitionId("payments", number),
                Replicas.atRest(brokers, Optional.of(brokers.get(0)), Set.copyOf(brokers)),
                ByteSize.parse("1GiB"),
                2);
    }

    /** The cluster, seen so, with a quorum that can be changed. */
    static SharedClusterMove seen(KafkaView view) {
        return with(view, Optional.of(quorum(new Uuid(1, 1))));
    }

    private static SharedClusterMove with(KafkaView view, Optional<Quorum> quorum) {
        return new SharedClusterMove(
                MovingNodes.of(cluster()),
                Optional.of(view),
                quorum,
                Optional.empty(),
                new BrokerFile(
                        Map.of("default.replication.factor", "3", "log.dirs", "/data", "min.insync.replicas", "2"),
                        Set.of()),
                Ingest.UNKNOWN);
    }

    private static KafkaView view() {
        return with(brokers(), List.of(partition(0, 1, 2, 3), partition(1, 2, 3, 1)));
    }

    private static Quorum quorum(Uuid directory) {
        List<Learner> voters = IntStream.rangeClosed(1, 3)
                .mapToObj(id -> new Learner(id, directory))
                .toList();
        return new Quorum(1, voters, List.of(), Set.of(new RaftVoterEndpoint("CONTROLLER", "127.21.1.1", 9093)));
    }
}
