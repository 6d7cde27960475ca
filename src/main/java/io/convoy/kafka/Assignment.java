package io.convoy.kafka;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which brokers hold which partition, the preferred leader first. */
record Assignment(Map<PartitionId, List<BrokerId>> replicas) {

    static final Assignment NONE = new Assignment(Map.of());

    Assignment {
        TreeMap<PartitionId, List<BrokerId>> copy = new TreeMap<>(replicas);
        copy.replaceAll((partition, brokers) -> List.copyOf(brokers));
        replicas = Collections.unmodifiableMap(copy);
    }

    Optional<List<BrokerId>> of(PartitionId partition) {
        return Optional.ofNullable(replicas.get(partition));
    }
}
