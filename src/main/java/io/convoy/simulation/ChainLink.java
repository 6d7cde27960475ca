package io.convoy.simulation;

import io.convoy.base.ClusterName;
import java.time.Instant;

/**
 * One cluster of the critical chain.
 *
 * @param waitedFor what delayed its start last, and which cluster let go of it: the one before it in the chain
 */
public record ChainLink(ClusterName cluster, Instant start, Instant end, String waitedFor) {}
