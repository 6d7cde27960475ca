package io.convoy.hooks;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import io.convoy.base.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The moves of freezes in the database, each one transaction that is over when its method returns. */
@ApplicationScoped
class FreezeBook {

    private final FreezeStore freezes;
    private final OriginalStore originals;
    private final ClusterLock lock;
    private final AuditLog audit;
    private final Clock clock;

    FreezeBook(FreezeStore freezes, OriginalStore originals, ClusterLock lock, AuditLog audit, Clock clock) {
        this.freezes = freezes;
        this.originals = originals;
        this.lock = lock;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<SchemaFreeze> of(ClusterName cluster) {
        return freezes.of(cluster);
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<SchemaFreeze> all() {
        return freezes.all();
    }

    /** From the return of this call on, no permit is granted or renewed. */
    @Transactional(TxType.REQUIRES_NEW)
    void request(ClusterName cluster, RunId run, String reason) {
        lock.book(cluster);
        Optional<SchemaFreeze> standing = freezes.of(cluster);
        if (standing.isEmpty()) {
            freezes.insert(SchemaFreeze.requested(cluster, run, reason, now()));
            record("schema-freeze.requested", cluster, run, Map.of("reason", reason));
            return;
        }
        SchemaFreeze freeze = standing.orElseThrow();
        if (!freeze.belongsTo(run)) {
            throw Refusal.conflict("The schema of " + cluster + " is frozen by run " + freeze.run() + " ("
                    + freeze.reason() + "); run " + run + " can freeze it when that one has released it");
        }
        if (freeze.isReleasing()) {
            freezes.write(freeze.requestedAgain());
            record("schema-freeze.requested", cluster, run, Map.of("reason", reason));
        }
    }

    /** Refuses where the run has no freeze, or one that is being released. */
    @Transactional(TxType.REQUIRES_NEW)
    void checkMayBind(ClusterName cluster, RunId run) {
        if (required(cluster, run).isReleasing()) {
            throw Refusal.conflict("The schema freeze of " + cluster + " is being released: request it again");
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void enforced(ClusterName cluster, RunId run, int nodes) {
        lock.book(cluster);
        SchemaFreeze freeze = required(cluster, run);
        if (freeze.state() == FreezeState.REQUESTED) {
            freezes.write(freeze.enforced(now()));
            record("schema-freeze.enforced", cluster, run, Map.of("nodes", nodes));
        }
    }

    /** Whether there is a freeze of this run to be released; from here on nobody enforces it again. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean beginRelease(ClusterName cluster, RunId run) {
        lock.book(cluster);
        Optional<SchemaFreeze> own = freezes.of(cluster).filter(freeze -> freeze.belongsTo(run));
        own.filter(freeze -> !freeze.isReleasing()).map(SchemaFreeze::releasing).ifPresent(freezes::write);
        return own.isPresent();
    }

    /** Ends the freeze and forgets the nodes' original settings, but for those nodes that could not be reached. */
    @Transactional(TxType.REQUIRES_NEW)
    void released(ClusterName cluster, RunId run, Collection<String> unreachable, String why) {
        lock.book(cluster);
        freezes.remove(required(cluster, run));
        originals.forgetAllBut(cluster, unreachable);
        record("schema-freeze.released", cluster, run, Map.of("why", why, "notReached", List.copyOf(unreachable)));
    }

    /** Forgets what nodes that no freeze binds any more were like, but for those that still cannot be reached. */
    @Transactional(TxType.REQUIRES_NEW)
    void leftoversSettled(ClusterName cluster, Collection<String> unreachable) {
        lock.book(cluster);
        if (freezes.of(cluster).isEmpty()) {
            originals.forgetAllBut(cluster, unreachable);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void reapplied(ClusterName cluster, RunId run, List<String> nodes) {
        record("schema-freeze.reapplied", cluster, run, Map.of("nodes", nodes));
    }

    private SchemaFreeze required(ClusterName cluster, RunId run) {
        return freezes.of(cluster)
                .filter(freeze -> freeze.belongsTo(run))
                .orElseThrow(
                        () -> Refusal.conflict("Run " + run + " has no schema freeze of " + cluster + " (any more)"));
    }

    private void record(String act, ClusterName cluster, RunId run, Map<String, ?> details) {
        Map<String, Object> all = new TreeMap<>(details);
        all.put("run", run.toString());
        audit.record(Actor.CONVOY, act, "cluster:" + cluster, all);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
