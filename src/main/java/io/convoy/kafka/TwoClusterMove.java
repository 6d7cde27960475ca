package io.convoy.kafka;

import io.convoy.plan.PlannedBroker;
import io.convoy.plan.PlannedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a plan is made for: clients and topics go from one cluster to another one, which is founded for it.
 *
 * @param seen the running source; empty where nobody could look at it
 * @param shutOut why nobody could, where that takes a person to change
 */
record TwoClusterMove(MovingNodes nodes, Optional<Seen> seen, Optional<String> shutOut) {

    TwoClusterMove(MovingNodes nodes, Optional<Seen> seen) {
        this(nodes, seen, Optional.empty());
    }

    /** The source at one moment. */
    record Seen(KafkaView view, List<TopicShape> topics, ReadingView reading) {

        Seen {
            topics = List.copyOf(topics);
        }
    }

    static TwoClusterMove of(MovingNodes nodes, LiveSide source) {
        return new TwoClusterMove(nodes, Optional.of(new Seen(source.look(), source.topics(), source.reading())));
    }

    String source() {
        return nodes.source().name();
    }

    String destination() {
        return nodes.destination().name();
    }

    /** The new brokers, numbered from 1: it is a cluster of its own. */
    List<PlannedBroker> brokers() {
        List<PlannedBroker> brokers = new ArrayList<>();
        for (PlannedNode node : nodes.target()) {
            brokers.add(new PlannedBroker(brokers.size() + 1, node.name(), Optional.of(node.rack())));
        }
        return brokers;
    }

    /** The new nodes with their numbers, as they are to be provisioned. */
    List<PlannedNode> numbered() {
        List<PlannedNode> numbered = new ArrayList<>();
        for (PlannedNode node : nodes.target()) {
            numbered.add(node.numbered(numbered.size() + 1));
        }
        return numbered;
    }

    List<TopicShape> topics() {
        return seen.map(Seen::topics).orElse(List.of());
    }
}
