package io.convoy.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** How far a MirrorMaker has copied each partition, as it writes it down itself. */
final class MirrorOffsets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONNECTOR = "MirrorSourceConnector";

    private final Map<PartitionId, Long> copied = new TreeMap<>();

    /** The topic in which it does so, in the destination. */
    static String topic(String source) {
        return "mm2-offsets." + source + ".internal";
    }

    /** {@code ["MirrorSourceConnector",{"cluster":…,"partition":…,"topic":…}]} to {@code {"offset":…}}: the last one copied. */
    void add(ConsumerRecord<byte[], byte @Nullable []> written) {
        try {
            JsonNode key = JSON.readTree(written.key());
            if (!key.path(0).asText().equals(CONNECTOR)) {
                return;
            }
            PartitionId partition = new PartitionId(
                    key.path(1).path("topic").asText(),
                    key.path(1).path("partition").asInt());
            byte[] value = written.value();
            if (value == null) {
                copied.remove(partition);
            } else {
                copied.put(partition, JSON.readTree(value).path("offset").asLong() + 1);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("MirrorMaker writes its offsets in a form that is not known", e);
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory could not be read", e);
        }
    }

    /** The offset up to which a partition was copied; empty where nothing was. */
    Optional<Long> of(PartitionId partition) {
        return Optional.ofNullable(copied.get(partition));
    }
}
