package io.convoy.kafka;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rack of the destination stands for which of the source: that of the same name, else the next that is free. */
final class RackPairing {

    private final Map<BrokerId, Broker> brokers;
    private final Map<String, Integer> pairs = new HashMap<>();

    RackPairing(Sides sides, Roster roster) {
        brokers = sides.all();
        List<String> sources = sides.sources().stream()
                .flatMap(broker -> broker.rack().stream())
                .distinct()
                .sorted()
                .toList();
        sources.stream()
                .filter(roster.racks()::contains)
                .forEach(rack -> pairs.put(rack, roster.racks().indexOf(rack)));
        Iterator<String> free =
                roster.racks().stream().filter(rack -> !sources.contains(rack)).iterator();
        sources.stream()
                .filter(rack -> !pairs.containsKey(rack) && free.hasNext())
                .forEach(rack -> pairs.put(rack, roster.racks().indexOf(free.next())));
    }

    /** The rack, by number, in which this source broker is best replaced. */
    Optional<Integer> of(BrokerId source) {
        return Optional.ofNullable(brokers.get(source))
                .flatMap(Broker::rack)
                .flatMap(rack -> Optional.ofNullable(pairs.get(rack)));
    }
}
