package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Freezes in PostgreSQL. Every method joins the caller's transaction. */
@ApplicationScoped
class FreezeStore implements PanacheRepositoryBase<FreezeRow, String> {

    Optional<SchemaFreeze> of(ClusterName cluster) {
        return findByIdOptional(cluster.value()).map(FreezeRow::freeze);
    }

    List<SchemaFreeze> all() {
        return list("order by cluster").stream().map(FreezeRow::freeze).toList();
    }

    void insert(SchemaFreeze freeze) {
        persist(new FreezeRow(freeze));
        flush();
    }

    /** Writes a freeze that has made a move since it was read. */
    void write(SchemaFreeze moved) {
        int written = update(
                "state = ?1, enforcedAt = ?2, version = ?3 where cluster = ?4 and version = ?5",
                moved.state().name(),
                moved.enforcedAt().orElse(null),
                moved.version(),
                moved.cluster().value(),
                moved.version() - 1);
        checkWritten(moved, written);
    }

    void remove(SchemaFreeze freeze) {
        checkWritten(
                freeze,
                Math.toIntExact(
                        delete("cluster = ?1 and version = ?2", freeze.cluster().value(), freeze.version())));
    }

    private static void checkWritten(SchemaFreeze freeze, int written) {
        if (written == 0) {
            throw new IllegalStateException(
                    "The schema freeze of " + freeze.cluster() + " was changed by somebody else meanwhile");
        }
    }
}
