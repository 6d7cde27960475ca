package io.convoy.inventory;

import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.inventory.FleetUpdate.Draft;
import io.convoy.inventory.FleetUpdate.Stored;
import io.convoy.inventory.InventoryImport.ChangedCluster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cluster table as an import sees it; every statement serves many clusters. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class FleetRows {

    private static final int NAMES_AT_ONCE = 1000;

    private final EntityManager entities;
    private final Clock clock;

    FleetRows(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Lets one import write at a time; readers go on. */
    void lock() {
        entities.createNativeQuery("lock table cluster in share row exclusive mode")
                .executeUpdate();
    }

    List<Stored> stored() {
        return entities.createQuery("select name, fleet, digest from ClusterRow order by name", Object[].class)
                .getResultStream()
                .map(row -> new Stored(new ClusterName((String) row[0]), (String) row[1], new Digest((String) row[2])))
                .toList();
    }

    /** Which facts of the changed clusters are new. */
    List<ChangedCluster> changes(FleetUpdate update) {
        Map<String, ClusterRow> rows = rows(names(update.changed()));
        List<ChangedCluster> changes = new ArrayList<>();
        for (Draft draft : update.changed()) {
            ClusterDocument before = new ClusterDocument(row(rows, draft).document);
            changes.add(new ChangedCluster(draft.name(), FactChange.between(before, draft.document())));
        }
        return changes;
    }

    void write(FleetUpdate update) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (List<String> names :
                chunks(update.removed().stream().map(ClusterName::value).toList())) {
            ClusterRow.delete("name in ?1", names);
        }
        Map<String, ClusterRow> rows = rows(names(update.changed()));
        update.changed().forEach(draft -> fill(row(rows, draft), draft, now));
        for (Draft draft : update.added()) {
            ClusterRow row = new ClusterRow();
            row.name = draft.name().value();
            row.fleet = update.fleet();
            fill(row, draft, now);
            row.persist();
        }
    }

    private static void fill(ClusterRow row, Draft draft, Instant now) {
        row.kind = draft.cluster().kind().word();
        row.document = draft.document().json();
        row.digest = draft.digest().value();
        row.importedAt = now;
    }

    private static ClusterRow row(Map<String, ClusterRow> rows, Draft draft) {
        ClusterRow row = rows.get(draft.name().value());
        if (row == null) {
            throw new IllegalStateException("Cluster '" + draft.name() + "' was there a moment ago");
        }
        return row;
    }

    private static Map<String, ClusterRow> rows(List<String> names) {
        Map<String, ClusterRow> rows = new HashMap<>();
        for (List<String> some : chunks(names)) {
            List<ClusterRow> found = ClusterRow.list("name in ?1", some);
            found.forEach(row -> rows.put(row.name, row));
        }
        return rows;
    }

    private static List<String> names(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.name().value()).toList();
    }

    private static List<List<String>> chunks(List<String> names) {
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
            chunks.add(names.subList(from, Math.min(names.size(), from + NAMES_AT_ONCE)));
        }
        return chunks;
    }
}
