package io.convoy.kafka;

import io.convoy.base.ByteSize;
import io.convoy.inventory.Cluster;
import io.convoy.kafka.KafkaView.LiveBroker;
import io.convoy.plan.PlannedBroker;
import io.convoy.plan.PlannedNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan is made for: brokers come into a cluster, take everything over, and the old ones go.
 *
 * @param observed the running cluster; empty where nobody could look at it
 * @param quorum its controllers; empty too where its metadata is in ZooKeeper
 * @param zookeeper where its metadata is and goes; empty where it has controllers of its own, and where nobody could look
 * @param inherited what the file of an old broker's configuration says
 * @param ingest how fast clients write to it, as far as that is known
 * @param shutOut why nobody could look at it, where that takes a person to change
 */
record SharedClusterMove(
        MovingNodes nodes,
        Optional<KafkaView> observed,
        Optional<Quorum> quorum,
        Optional<MetadataServers> zookeeper,
        BrokerFile inherited,
        Ingest ingest,
        Optional<String> shutOut) {

    SharedClusterMove(
            MovingNodes nodes,
            Optional<KafkaView> observed,
            Optional<Quorum> quorum,
            Optional<MetadataServers> zookeeper,
            BrokerFile inherited,
            Ingest ingest) {
        this(nodes, observed, quorum, zookeeper, inherited, ingest, Optional.empty());
    }

    /** A move of which nothing but the inventory is known. */
    static SharedClusterMove unobserved(Cluster cluster, Optional<String> shutOut) {
        return new SharedClusterMove(
                MovingNodes.of(cluster),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BrokerFile.UNSEEN,
                Ingest.UNKNOWN,
                shutOut);
    }

    /** A move of a cluster that can be looked at, with as much as its facts need. */
    static SharedClusterMove observed(MovingNodes nodes, LiveCluster live) {
        KafkaView view = live.look();
        Optional<Quorum> quorum = live.quorum();
        return new SharedClusterMove(
                nodes,
                Optional.of(view),
                quorum,
                quorum.isPresent() ? Optional.empty() : MetadataLook.at(nodes.cluster()),
                BrokerFile.UNSEEN,
                Ingest.UNKNOWN);
    }

    /** The same with what its steps need too; asks every partition how fast it grows. */
    SharedClusterMove surveyed(LiveCluster live, Instant now) {
        BrokerFile file = sources().stream()
                .findFirst()
                .map(broker -> live.brokerFile(new BrokerId(broker.id())))
                .orElse(BrokerFile.UNSEEN);
        Ingest measured = observed.map(view -> live.ingest(view, now)).orElse(Ingest.UNKNOWN);
        return new SharedClusterMove(nodes, observed, quorum, zookeeper, file, measured);
    }

    /** The old brokers, by the numbers that the cluster knows them by; those that are down are missing. */
    List<PlannedBroker> sources() {
        List<PlannedBroker> brokers = new ArrayList<>();
        for (PlannedNode node : nodes.sources()) {
            at(node).ifPresent(live -> brokers.add(new PlannedBroker(live.id().value(), node.name(), live.rack())));
        }
        return brokers;
    }

    /** The new brokers; they get the numbers behind the highest old one, in the inventory's order. */
    List<PlannedBroker> destinations() {
        int next = 1 + sourceIds().stream().mapToInt(id -> id).max().orElse(0);
        List<PlannedBroker> brokers = new ArrayList<>();
        for (PlannedNode node : nodes.target()) {
            brokers.add(new PlannedBroker(next++, node.name(), Optional.of(node.rack())));
        }
        return brokers;
    }

    /** The new nodes with their numbers, as they are to be provisioned. */
    List<PlannedNode> numbered() {
        List<PlannedBroker> brokers = destinations();
        List<PlannedNode> numbered = new ArrayList<>();
        for (PlannedNode node : nodes.target()) {
            numbered.add(node.numbered(brokers.get(numbered.size()).id()));
        }
        return numbered;
    }

    List<Integer> sourceIds() {
        return sources().stream().map(PlannedBroker::id).toList();
    }

    List<Integer> destinationIds() {
        return destinations().stream().map(PlannedBroker::id).toList();
    }

    /** Bytes a second that each broker may spend on copies over the link. */
    Optional<Long> throttle() {
        return nodes.cluster().target().flatMap(target -> target.throttle()).map(ByteSize::bytes);
    }

    /** Where Convoy writes records of its own to feel what producers feel. */
    Optional<String> canaryTopic() {
        return nodes.cluster().target().flatMap(target -> target.canaryTopic());
    }

    /** Live brokers that are neither source nor destination. */
    List<String> strangers() {
        Set<Integer> known = new HashSet<>(sourceIds());
        known.addAll(destinationIds());
        return observed.map(KafkaView::brokers).orElse(List.of()).stream()
                .filter(broker -> !known.contains(broker.id().value()))
                .map(broker -> broker.id() + " at " + broker.host())
                .toList();
    }

    private Optional<LiveBroker> at(PlannedNode node) {
        return observed.flatMap(view -> node.address().flatMap(view::brokerAt));
    }
}
