package io.convoy.plan;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody's word that a plan may be run.
 *
 * @param digest of the very plan that was reviewed
 * @param withdrawal when somebody has taken it back; approving another revision does so, too
 */
public record Approval(
        ClusterName cluster,
        int revision,
        Digest digest,
        String comment,
        Actor by,
        Instant at,
        Optional<Withdrawal> withdrawal) {

    /** Who took an approval back, and when. */
    public record Withdrawal(Actor by, Instant at) {}

    /** Whether it holds. */
    public boolean stands() {
        return withdrawal.isEmpty();
    }
}
