package io.convoy.cassandra;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many customers' requests each node had coordinated at one moment.
 *
 * @param requests by the node's address
 */
record ClientSample(Instant taken, Map<String, Long> requests) {

    private static final String TAKEN = "taken";
    private static final String REQUESTS = "requests|";

    ClientSample {
        requests = Map.copyOf(requests);
    }

    /** Nodes that coordinated requests since an earlier sample, or were restarted, with how many requests. */
    Map<String, Long> movedSince(ClientSample earlier) {
        Map<String, Long> moved = new TreeMap<>();
        requests.forEach((node, count) -> {
            Long before = earlier.requests().get(node);
            if (before == null || before.longValue() != count.longValue()) {
                moved.put(node, before == null ? count : count - before);
            }
        });
        return moved;
    }

    Map<String, String> text() {
        Map<String, String> text = new HashMap<>();
        text.put(TAKEN, String.valueOf(taken.toEpochMilli()));
        requests.forEach((node, count) -> text.put(REQUESTS + node, String.valueOf(count)));
        return text;
    }

    static boolean isIn(Map<String, String> memory) {
        return memory.containsKey(TAKEN);
    }

    static ClientSample parse(Map<String, String> memory) {
        Map<String, Long> requests = new HashMap<>();
        memory.forEach((key, value) -> {
            if (key.startsWith(REQUESTS)) {
                requests.put(key.substring(REQUESTS.length()), Long.valueOf(value));
            }
        });
        return new ClientSample(Instant.ofEpochMilli(Long.parseLong(memory.getOrDefault(TAKEN, "0"))), requests);
    }
}
