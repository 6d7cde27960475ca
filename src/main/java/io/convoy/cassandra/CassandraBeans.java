package io.convoy.cassandra;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the parts together that everything about Cassandra shares. */
@Singleton
final class CassandraBeans {

    @Produces
    @Singleton
    CassandraLinks links(PlanningSettings planning, CassandraSettings settings) {
        PlanningPolicy policy = planning.policy();
        Logins.OwnRole ownRole = new Logins.OwnRole(policy.superuser(), policy.password());
        return new CassandraLinks(new Logins(new Credentials(System::getenv), ownRole), settings.patience());
    }

    void close(@Disposes CassandraLinks links) {
        links.close();
    }

    @Produces
    @Singleton
    RebuildSettings rebuildSettings(RebuildConfig config) {
        return config.settings();
    }

    @Produces
    @Singleton
    PreflightChecks preflightChecks(PlanningSettings planning) {
        return new PreflightChecks(planning.policy());
    }
}
