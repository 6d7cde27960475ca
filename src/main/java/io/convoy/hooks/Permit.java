package io.convoy.hooks;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import java.time.Instant;
import java.util.UUID;

/**
 * A short lease that allows its holder to drop, truncate or alter tables of one cluster.
 *
 * @param purpose what for, in the holder's words
 * @param expiresAt from here on it counts as given back
 */
public record Permit(
        UUID id, ClusterName cluster, String purpose, Actor holder, Instant grantedAt, Instant expiresAt) {}
