package io.convoy.nodestatus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.convoy.base.ClusterName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Observations and their versions in PostgreSQL. Every method joins the caller's transaction. */
@ApplicationScoped
class StatusStore implements PanacheRepositoryBase<StatusRow, String> {

    private static final String INSERT = """
            insert into cluster_status (cluster, version, observation, shown)
            values (:cluster, 0, :observation, '')
            on conflict do nothing
            """;

    private final ObjectMapper json;

    StatusStore(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param version 0 before anything has been shown
     * @param shown the fingerprint of what was shown under that version
     */
    record Stored(long version, Observation observation, String shown, Optional<Instant> askedAt) {}

    Stored of(ClusterName cluster) {
        return find("cluster", cluster.value())
                .firstResultOptional()
                .map(this::stored)
                .orElseGet(() -> inserted(cluster));
    }

    private Stored inserted(ClusterName cluster) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("cluster", cluster.value())
                .setParameter("observation", text(Observation.NONE))
                .executeUpdate();
        return new Stored(0, Observation.NONE, "", Optional.empty());
    }

    private Stored stored(StatusRow row) {
        // Rows are written behind Hibernate's back: never keep one.
        getEntityManager().detach(row);
        return new Stored(row.version, observation(row.observation), row.shown, Optional.ofNullable(row.askedAt));
    }

    /** Keeps what was seen, unless somebody has seen something later. */
    void write(ClusterName cluster, Observation observation) {
        Instant asOf = observation.asOf().orElseThrow();
        update(
                "asOf = ?1, observation = ?2 where cluster = ?3 and (asOf is null or asOf < ?1)",
                asOf,
                text(observation),
                cluster.value());
    }

    /** Whether nobody else has moved the version since it was read. */
    boolean moveVersion(ClusterName cluster, long from, String shown) {
        return update(
                        "version = ?1, shown = ?2 where cluster = ?3 and version = ?4",
                        from + 1,
                        shown,
                        cluster.value(),
                        from)
                == 1;
    }

    void asked(ClusterName cluster, Instant now) {
        update("askedAt = ?1 where cluster = ?2", now, cluster.value());
    }

    /** Those that somebody has asked for, the one longest unseen first. */
    List<ClusterName> askedSince(Instant then) {
        return list("askedAt > ?1 order by asOf nulls first", then).stream()
                .map(row -> new ClusterName(row.cluster))
                .toList();
    }

    private String text(Observation observation) {
        try {
            return json.writeValueAsString(observation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An observation can be written as JSON", e);
        }
    }

    private Observation observation(String text) {
        try {
            return json.readValue(text, Observation.class);
        } catch (JsonProcessingException e) {
            // Written by another version of Convoy; the next look replaces it.
            return Observation.NONE;
        }
    }
}
