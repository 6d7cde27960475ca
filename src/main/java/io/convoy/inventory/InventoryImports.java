package io.convoy.inventory;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.inventory.FleetUpdate.Draft;
import io.convoy.inventory.InventoryImport.ChangedCluster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the stored fleet equal to a file: all of it in one transaction, or none. A file that changes nothing writes nothing,
 * not even to the audit log.
 */
@ApplicationScoped
public class InventoryImports {

    private final InventoryReader reader;
    private final FleetRows rows;
    private final AuditLog audit;
    private final Instance<ClusterUse> uses;

    InventoryImports(InventoryConfig config, FleetRows rows, AuditLog audit, @Any Instance<ClusterUse> uses) {
        this.reader = new InventoryReader(new ByteSize(config.maxFileSize().asLongValue()));
        this.rows = rows;
        this.audit = audit;
        this.uses = uses;
    }

    /**
     * Says what an import would do.
     *
     * @param fleet for a file that cannot name its fleet, which is CSV; {@value Fleet#DEFAULT_NAME} when empty
     */
    @Transactional
    public InventoryImport preview(ImportFormat format, byte[] file, Optional<String> fleet) {
        return result(update(format, file, fleet), true);
    }

    /**
     * Imports a file.
     *
     * @param fleet for a file that cannot name its fleet, which is CSV; {@value Fleet#DEFAULT_NAME} when empty
     * @throws io.convoy.base.Refusal with every problem of the file, and for a cluster that is being moved and would be removed
     *     or given other nodes; nothing is stored then
     */
    @Transactional
    public InventoryImport run(Actor actor, ImportFormat format, byte[] file, Optional<String> fleet) {
        rows.lock();
        FleetUpdate update = update(format, file, fleet);
        InventoryImport result = result(update, false);
        if (!result.changesNothing()) {
            rows.write(update);
            audit.record(actor, "inventory.imported", "fleet:" + result.fleet(), details(result, Digest.of(file)));
        }
        return result;
    }

    private FleetUpdate update(ImportFormat format, byte[] file, Optional<String> fleet) {
        Fleet read = reader.read(file, format, fleet.orElse(Fleet.DEFAULT_NAME));
        return FleetUpdate.between(rows.stored(), read);
    }

    private InventoryImport result(FleetUpdate update, boolean dryRun) {
        List<ChangedCluster> changed = rows.changes(update);
        List<ClusterName> added = update.added().stream().map(Draft::name).toList();
        InventoryImport result =
                new InventoryImport(update.fleet(), added, changed, update.removed(), update.unchanged(), dryRun);
        ImportVeto.check(result, this::use);
        return result;
    }

    private Optional<String> use(ClusterName cluster) {
        return uses.stream().flatMap(use -> use.of(cluster).stream()).findFirst();
    }

    private static Map<String, Object> details(InventoryImport result, Digest file) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("file", file.value());
        details.put("added", texts(result.added()));
        details.put(
                "changed",
                texts(result.changed().stream().map(ChangedCluster::name).toList()));
        details.put("removed", texts(result.removed()));
        details.put("unchanged", result.unchanged());
        return details;
    }

    private static List<String> texts(List<ClusterName> names) {
        return names.stream().map(ClusterName::value).toList();
    }
}
