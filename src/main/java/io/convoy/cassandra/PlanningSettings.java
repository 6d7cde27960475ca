package io.convoy.cassandra;

import io.convoy.base.SecretReference;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation decides for all plans of Cassandra clusters. */
@ConfigMapping(prefix = "convoy.cassandra.superuser")
interface PlanningSettings {

    /** The role that Convoy makes for itself on each cluster. */
    @WithDefault("convoy_admin")
    String role();

    /** Where that role's password is to be found: {@code env:NAME}, {@code file:/path} or {@code kubernetes:namespace/name}. */
    @WithDefault("env:CONVOY_CASSANDRA_PASSWORD")
    String password();

    default PlanningPolicy policy() {
        return new PlanningPolicy(role(), new SecretReference(password()), Pace.USUAL);
    }
}
