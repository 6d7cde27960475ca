package io.convoy.api;

import io.convoy.hooks.Permit;
import java.time.Instant;

/**
 * A permit for a schema change.
 *
 * @param expiresAt from here on it counts as given back
 */
public record PermitBody(
        String id, Instant expiresAt, String cluster, String purpose, String holder, Instant grantedAt) {

    static PermitBody of(Permit permit) {
        return new PermitBody(
                permit.id().toString(),
                permit.expiresAt(),
                permit.cluster().value(),
                permit.purpose(),
                permit.holder().name(),
                permit.grantedAt());
    }
}
