package io.convoy.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two groups of brokers of a cluster that is being moved.
 *
 * @param sources those that shall be empty in the end
 * @param destinations those that shall hold everything
 */
record Sides(List<Broker> sources, List<Broker> destinations) {

    Sides {
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
        if (destinations.isEmpty()) {
            throw new IllegalArgumentException("There is no broker to move to");
        }
        Set<BrokerId> seen = new HashSet<>();
        Stream.concat(sources.stream(), destinations.stream()).forEach(broker -> {
            if (!seen.add(broker.id())) {
                throw new IllegalArgumentException("Broker " + broker.id() + " is named twice");
            }
        });
    }

    /** The way back. */
    Sides swapped() {
        return new Sides(destinations, sources);
    }

    Map<BrokerId, Broker> all() {
        return Stream.concat(sources.stream(), destinations.stream())
                .collect(Collectors.toMap(Broker::id, Function.identity()));
    }

    Set<BrokerId> destinationIds() {
        return destinations.stream().map(Broker::id).collect(Collectors.toSet());
    }
}
