package io.convoy.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.convoy.inventory.ClusterDocument;
import io.convoy.inventory.StoredCluster;
import java.time.Instant;

/**
 * One cluster.
 *
 * @param digest of its inventory entry
 * @param importedAt when that entry was last changed
 * @param cluster the entry, in the inventory's own form
 */
public record ClusterBody(
        String name,
        String fleet,
        String digest,
        Instant importedAt,
        ClusterSummary summary,
        @JsonRawValue String cluster) {

    static ClusterBody of(StoredCluster stored, ClusterProgress progress) {
        return new ClusterBody(
                stored.cluster().name().value(),
                stored.fleet(),
                stored.digest().value(),
                stored.importedAt(),
                ClusterSummary.of(stored.cluster(), progress),
                ClusterDocument.of(stored.cluster()).json());
    }
}
