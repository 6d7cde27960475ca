package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.hooks.NodeGuard.Setting;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;

/** What each node's guardrails were before Convoy changed them. */
@ApplicationScoped
class OriginalStore implements PanacheRepositoryBase<OriginalRow, OriginalRow.Key> {

    private static final String INSERT = """
            insert into guard_original (cluster, node, setting, value, run)
            values (:cluster, :node, :setting, :value, :run)
            on conflict do nothing
            """;

    /**
     * Keeps the settings, in a transaction of its own so that they are safe before anything is changed. A setting that is
     * already known stays as it is: after a crash in mid-change, what is seen now may be Convoy's own doing.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void keep(ClusterName cluster, RunId run, Collection<Setting> settings) {
        for (Setting setting : settings) {
            getEntityManager()
                    .createNativeQuery(INSERT)
                    .setParameter("cluster", cluster.value())
                    .setParameter("node", setting.node())
                    .setParameter("setting", setting.name())
                    .setParameter("value", setting.value())
                    .setParameter("run", run.value())
                    .executeUpdate();
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<Setting> of(ClusterName cluster) {
        return list("cluster = ?1 order by node, setting", cluster.value()).stream()
                .map(OriginalRow::asSetting)
                .toList();
    }

    /** Clusters that are under no freeze but have nodes that could not be reached when theirs ended. */
    @Transactional(TxType.REQUIRES_NEW)
    List<ClusterName> clustersLeftOver() {
        return getEntityManager().createQuery("""
                        select distinct o.cluster from OriginalRow o
                        where o.cluster not in (select f.cluster from FreezeRow f)
                        order by o.cluster
                        """, String.class).getResultList().stream()
                .map(ClusterName::new)
                .toList();
    }

    /** Forgets all but these nodes' settings, in the caller's transaction. */
    void forgetAllBut(ClusterName cluster, Collection<String> nodes) {
        if (nodes.isEmpty()) {
            delete("cluster", cluster.value());
        } else {
            delete("cluster = ?1 and node not in ?2", cluster.value(), nodes);
        }
    }
}
