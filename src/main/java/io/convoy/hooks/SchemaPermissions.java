package io.convoy.hooks;

import io.convoy.base.ClusterName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Says whether a freeze stands against schema changes. What the nodes are doing is for {@code nodestatus} to add. */
@ApplicationScoped
public class SchemaPermissions {

    private final FreezeStore freezes;
    private final HooksConfig config;

    SchemaPermissions(FreezeStore freezes, HooksConfig config) {
        this.freezes = freezes;
        this.config = config;
    }

    @Transactional
    public SchemaPermission of(ClusterName cluster) {
        return freezes.of(cluster).map(this::refusal).orElse(SchemaPermission.ALLOWED);
    }

    private SchemaPermission refusal(SchemaFreeze freeze) {
        return SchemaPermission.refused(
                "Schema changes are frozen since " + freeze.requestedAt() + ": " + freeze.reason(),
                config.retryAfter());
    }
}
