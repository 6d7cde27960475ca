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
 * @param asking who has asked brokers that are to go for something, as far as these say
 */
record ClientLook(Map<String, String> members, Optional<List<ProducerTrace>> producers, OldBrokers.Answer asking) {

    ClientLook {
        members = java.util.Collections.unmodifiableMap(new TreeMap<>(members));
    }
}
