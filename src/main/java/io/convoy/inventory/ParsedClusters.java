package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the last reading of each cluster's document, so that lists do not read thousands of them again and again. */
final class ParsedClusters {

    private record Reading(Digest digest, Cluster cluster) {}

    private final Map<ClusterName, Reading> readings = new ConcurrentHashMap<>();

    Cluster get(ClusterName name, Digest digest, ClusterDocument document) {
        Reading reading = readings.get(name);
        if (reading == null || !reading.digest().equals(digest)) {
            reading = new Reading(digest, document.cluster());
            readings.put(name, reading);
        }
        return reading.cluster();
    }
}
