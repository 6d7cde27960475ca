package io.convoy.inventory;

import io.convoy.base.Digest;
import java.time.Instant;

/**
 * A cluster as the store holds it.
 *
 * @param digest of its document: a plan made from it names it, and is stale once it is another
 * @param importedAt when it was added or last changed
 */
public record StoredCluster(Cluster cluster, String fleet, Digest digest, Instant importedAt) {}
