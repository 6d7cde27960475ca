package io.convoy.kafka;

import java.util.List;
import java.util.Optional;

/** Brokers by their ids, with the racks that the cluster says they are in; one that is down has none. */
final class BrokersSeen {

    private BrokersSeen() {}

    static List<Broker> of(List<Integer> ids, KafkaView view) {
        return ids.stream().map(id -> broker(id, view)).toList();
    }

    private static Broker broker(int id, KafkaView view) {
        Optional<String> rack = view.broker(id).flatMap(KafkaView.LiveBroker::rack);
        return new Broker(new BrokerId(id), rack, Optional.empty());
    }
}
