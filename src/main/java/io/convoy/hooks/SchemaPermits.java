package io.convoy.hooks;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Short leases for those who drop, truncate or alter tables: what polling cannot promise, that no freeze begins between looking
 * and dropping, a permit does. A freeze waits for every permit that was granted before it.
 */
@ApplicationScoped
public class SchemaPermits {

    public static final Duration SHORTEST = Duration.ofSeconds(10);
    public static final Duration LONGEST = Duration.ofHours(1);

    private static final int LONGEST_PURPOSE = 200;

    private final PermitStore permits;
    private final SchemaPermissions permissions;
    private final ClusterLock lock;
    private final AuditLog audit;
    private final Clock clock;

    SchemaPermits(PermitStore permits, SchemaPermissions permissions, ClusterLock lock, AuditLog audit, Clock clock) {
        this.permits = permits;
        this.permissions = permissions;
        this.lock = lock;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Grants a permit until {@code timeToLive} from now.
     *
     * @param timeToLive from {@link #SHORTEST} to {@link #LONGEST}
     * @throws Refusal locked, while the cluster's schema is frozen or about to be
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Permit grant(ClusterName cluster, Duration timeToLive, String purpose, Actor holder) {
        check(timeToLive, purpose);
        lock.book(cluster);
        checkNotFrozen(cluster);
        Instant now = now();
        Permit permit = new Permit(UUID.randomUUID(), cluster, purpose.strip(), holder, now, now.plus(timeToLive));
        permits.insert(permit);
        audit.record(holder, "schema-permit.granted", "cluster:" + cluster, describe(permit));
        return permit;
    }

    /**
     * Prolongs a permit that is still open, until {@code timeToLive} from now.
     *
     * @throws Refusal locked, once a freeze has been requested: the permit then ends when it was to end
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Permit renew(ClusterName cluster, UUID id, Duration timeToLive, Actor holder) {
        checkTimeToLive(timeToLive);
        lock.book(cluster);
        PermitRow row = required(cluster, id);
        if (!row.isOpen(now())) {
            throw Refusal.conflict("Permit " + id + " has expired or was given back: ask for a new one");
        }
        checkNotFrozen(cluster);
        row.expiresAt = now().plus(timeToLive);
        audit.record(holder, "schema-permit.renewed", "cluster:" + cluster, describe(row.permit()));
        return row.permit();
    }

    /** Gives a permit back; one that has expired or was given back already stays so. */
    @Transactional(TxType.REQUIRES_NEW)
    public void giveBack(ClusterName cluster, UUID id, Actor holder) {
        lock.book(cluster);
        PermitRow row = required(cluster, id);
        if (row.returnedAt == null) {
            row.returnedAt = now();
            audit.record(holder, "schema-permit.returned", "cluster:" + cluster, describe(row.permit()));
        }
    }

    /** Permits that are neither given back nor expired, the oldest first. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Permit> open(ClusterName cluster) {
        return permits.open(cluster, now());
    }

    private void checkNotFrozen(ClusterName cluster) {
        SchemaPermission permission = permissions.of(cluster);
        if (!permission.allowed()) {
            throw Refusal.locked(permission.reason(), permission.retryAfter());
        }
    }

    private PermitRow required(ClusterName cluster, UUID id) {
        return permits.of(cluster, id)
                .orElseThrow(() -> Refusal.notFound("Cluster " + cluster + " has no schema permit " + id));
    }

    /** Refuses what no permit is granted for, whatever the cluster is doing. */
    public static void check(Duration timeToLive, String purpose) {
        checkTimeToLive(timeToLive);
        checkPurpose(purpose);
    }

    private static void checkTimeToLive(Duration timeToLive) {
        if (timeToLive.compareTo(SHORTEST) < 0 || timeToLive.compareTo(LONGEST) > 0) {
            throw Refusal.invalidAt(
                    "/ttl",
                    "A permit lasts from " + SHORTEST + " to " + LONGEST + ", not " + timeToLive
                            + ": ask for the time that one drop takes, and renew it where more is needed");
        }
    }

    private static void checkPurpose(String purpose) {
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            throw Refusal.invalidAt(
                    "/purpose", "Say in at most " + LONGEST_PURPOSE + " characters what the permit is for");
        }
    }

    private static Map<String, ?> describe(Permit permit) {
        return Map.of(
                "permit", permit.id().toString(),
                "purpose", permit.purpose(),
                "expiresAt", permit.expiresAt().toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
