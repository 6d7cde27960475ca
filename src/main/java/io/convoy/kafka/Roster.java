package io.convoy.kafka;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The destination's brokers, numbered from 0 for the search, and their racks; without racks all stand in one. */
final class Roster {

    private final List<Broker> brokers;
    private final Map<BrokerId, Integer> numbers = new HashMap<>();
    private final List<String> racks;
    private final int[] rackOf;
    private final List<List<Integer>> members;

    Roster(List<Broker> destinations) {
        brokers = destinations.stream().sorted(Comparator.comparing(Broker::id)).toList();
        racks = brokers.stream().map(Roster::rackName).distinct().sorted().toList();
        rackOf = brokers.stream()
                .mapToInt(broker -> racks.indexOf(rackName(broker)))
                .toArray();
        members = IntStream.range(0, racks.size()).mapToObj(this::membersOf).toList();
        IntStream.range(0, brokers.size())
                .forEach(number -> numbers.put(brokers.get(number).id(), number));
    }

    int size() {
        return brokers.size();
    }

    Broker broker(int number) {
        return brokers.get(number);
    }

    BrokerId id(int number) {
        return brokers.get(number).id();
    }

    /** The numbers of those that are in the destination. */
    int[] numbers(List<BrokerId> ids) {
        return ids.stream().filter(numbers::containsKey).mapToInt(numbers::get).toArray();
    }

    List<String> racks() {
        return racks;
    }

    int rackOf(int number) {
        return rackOf[number];
    }

    List<Integer> members(int rack) {
        return members.get(rack);
    }

    private List<Integer> membersOf(int rack) {
        return IntStream.range(0, brokers.size())
                .filter(number -> rackOf[number] == rack)
                .boxed()
                .toList();
    }

    private static String rackName(Broker broker) {
        return broker.rack().orElse("");
    }
}
