package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;

/** The clusters that were imported. */
@ApplicationScoped
public class InventoryStore {

    private static final String TEXTS = "select name, fleet, document, digest, importedAt from ClusterRow";
    private static final String ALL = TEXTS + " order by name";
    private static final String ONE = TEXTS + " where name = ?1";
    private static final int ROWS_AT_ONCE = 500;

    private final EntityManager entities;
    private final ParsedClusters parsed = new ParsedClusters();

    InventoryStore(EntityManager entities) {
        this.entities = entities;
    }

    private record ClusterText(String name, String fleet, String document, String digest, Instant importedAt) {}

    @Transactional
    public Optional<Cluster> find(ClusterName name) {
        return stored(name).map(StoredCluster::cluster);
    }

    @Transactional
    public Optional<StoredCluster> stored(ClusterName name) {
        return entities.createQuery(ONE, ClusterText.class)
                .setParameter(1, name.value())
                .getResultStream()
                .findFirst()
                .map(this::stored);
    }

    /** The stored cluster, or the refusal that there is none. */
    @Transactional
    public StoredCluster get(ClusterName name) {
        return stored(name)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no cluster '" + name + "': see GET /api/v1/clusters for those that were imported"));
    }

    /** All clusters, in the order of their names. */
    @Transactional
    public List<Cluster> all() {
        return allStored().stream().map(StoredCluster::cluster).toList();
    }

    @Transactional
    public List<StoredCluster> allStored() {
        // Not as entities, of which each document would be kept until the transaction ends.
        return entities.createQuery(ALL, ClusterText.class)
                .setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_AT_ONCE)
                .getResultStream()
                .map(this::stored)
                .toList();
    }

    @Transactional
    public Set<ClusterName> names() {
        return entities.createQuery("select name from ClusterRow", String.class)
                .getResultStream()
                .map(ClusterName::new)
                .collect(Collectors.toSet());
    }

    /** Another number whenever a cluster has been added, changed or removed. */
    @Transactional
    public long version() {
        return (Long) entities.createNativeQuery("select version from inventory_version", Long.class)
                .getSingleResult();
    }

    /** The clusters that the query admits, in the order of their names. */
    @Transactional
    public List<Cluster> matching(ClusterQuery query) {
        return all().stream().filter(query).toList();
    }

    /** The digest of every cluster's document, in the order of the names. */
    @Transactional
    public Map<ClusterName, Digest> digests() {
        Map<ClusterName, Digest> digests = new LinkedHashMap<>();
        entities.createQuery("select name, digest from ClusterRow order by name", Object[].class)
                .getResultStream()
                .forEach(row -> digests.put(new ClusterName((String) row[0]), new Digest((String) row[1])));
        return digests;
    }

    private StoredCluster stored(ClusterText row) {
        Digest digest = new Digest(row.digest());
        Cluster cluster = parsed.get(new ClusterName(row.name()), digest, new ClusterDocument(row.document()));
        return new StoredCluster(cluster, row.fleet(), digest, row.importedAt());
    }
}
