package io.convoy.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who uses a cluster at one moment.
 *
 * @param members of consumer groups in words, by an id that each gets anew when it is started anew
 * @param producers empty where nobody asked for them this time
 * @param asking clients that have asked brokers that are to go for something, a moment ago: by their id, which brokers
 */
record ClientLook(Map<String, String> members, Optional<List<ProducerTrace>> producers, Map<String, String> asking) {

    ClientLook {
        members = java.util.Collections.unmodifiableMap(new TreeMap<>(members));
        asking = java.util.Collections.unmodifiableMap(new TreeMap<>(asking));
    }
}
