package io.convoy.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Whether the destination has brokers and racks enough for what is to be moved. */
record RackChecks(Sides sides, Map<BrokerId, Broker> brokers) {

    RackChecks(Sides sides) {
        this(sides, sides.all());
    }

    List<Objection> objections(List<Wanted> partitions) {
        List<Objection> objections = new ArrayList<>(allOrNone());
        objections.addAll(tooFewBrokers(partitions));
        objections.addAll(tooFewRacks(partitions));
        return objections;
    }

    private List<Objection> allOrNone() {
        List<BrokerId> without = brokers.values().stream()
                .filter(broker -> broker.rack().isEmpty())
                .map(Broker::id)
                .sorted()
                .toList();
        return without.isEmpty() || without.size() == brokers.size()
                ? List.of()
                : List.of(new Objection(
                        "Some brokers have a rack and others have none: " + Objection.names(without),
                        "Set broker.rack on all brokers or on none;"
                                + " a mixed cluster cannot create topics and no placement is safe in it"));
    }

    private List<Objection> tooFewBrokers(List<Wanted> partitions) {
        int most = sides.destinations().size();
        return byTopic(partitions, Wanted::replicationFactor, most)
                .map(topics -> new Objection(
                        "The destination has " + most + " brokers, too few for the replication factor of " + topics,
                        "Add brokers to the destination, or lower the replication factor before the move"))
                .stream()
                .toList();
    }

    private List<Objection> tooFewRacks(List<Wanted> partitions) {
        int most = racks(sides.destinations().stream().map(Broker::id).toList());
        return byTopic(partitions, this::racksBefore, most)
                .map(topics -> new Objection(
                        "The destination has " + most + " racks, and the replicas of these are in more: " + topics,
                        "Add brokers in further racks to the destination, or lower the replication factor before"))
                .stream()
                .toList();
    }

    /** Topics of which some undecided partition needs more than there is, with what it needs. */
    private static Optional<String> byTopic(List<Wanted> partitions, ToIntFunction<Wanted> need, int most) {
        Map<String, Integer> topics = new TreeMap<>();
        partitions.stream()
                .filter(wanted -> !wanted.settled() && need.applyAsInt(wanted) > most)
                .forEach(wanted -> topics.merge(wanted.state().id().topic(), need.applyAsInt(wanted), Math::max));
        List<String> named = topics.entrySet().stream()
                .map(topic -> topic.getKey() + " (" + topic.getValue() + ")")
                .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(Objection.names(named));
    }

    private int racksBefore(Wanted wanted) {
        return Math.min(
                wanted.replicationFactor(), racks(wanted.state().replicas().present()));
    }

    private int racks(Collection<BrokerId> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(brokers.get(id)).flatMap(Broker::rack).stream())
                .collect(Collectors.toSet())
                .size();
    }
}
