package io.convoy.lab;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.Uuid;

/** Ids of clusters and directories, which in a lab may be known beforehand. */
final class KafkaId {

    private KafkaId() {}

    /** The same id for the same text. */
    static String derivedFrom(String text) {
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        String id = new Uuid(hash.getMostSignificantBits(), hash.getLeastSignificantBits()).toString();
        // Kafka's tools would take it for an option.
        return id.startsWith("-") ? derivedFrom(text + "'") : id;
    }
}
