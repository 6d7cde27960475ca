package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Permits in PostgreSQL. Every method joins the caller's transaction. */
@ApplicationScoped
class PermitStore implements PanacheRepositoryBase<PermitRow, UUID> {

    void insert(Permit permit) {
        persist(new PermitRow(permit));
    }

    /** The oldest first. */
    List<Permit> open(ClusterName cluster, Instant now) {
        return list(
                        "cluster = ?1 and returnedAt is null and expiresAt > ?2 order by grantedAt, id",
                        cluster.value(),
                        now)
                .stream()
                .map(PermitRow::permit)
                .toList();
    }

    /** The permit of this cluster, whether open or not. */
    Optional<PermitRow> of(ClusterName cluster, UUID id) {
        return find("id = ?1 and cluster = ?2", id, cluster.value()).firstResultOptional();
    }
}
