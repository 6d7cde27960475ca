package io.convoy.plan;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import java.time.Instant;

/**
 * A plan as it is kept.
 *
 * @param revision counted from 1 in each cluster
 * @param digest of the plan's canonical YAML; an approval names it
 */
public record PlanRevision(
        ClusterName cluster, int revision, Digest digest, ChangePlan plan, Instant createdAt, Actor createdBy) {}
