package io.convoy.execution;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every write of a run minds besides the run: holds, the retry policy and the audit. */
@Singleton
class RunGuards {

    private final Instance<StartPermission> permissions;
    private final HoldFence fence;
    private final AuditLog audit;
    private final ExecutionSettings settings;
    private final WatchTable watch;

    RunGuards(
            Instance<StartPermission> permissions,
            HoldFence fence,
            AuditLog audit,
            ExecutionSettings settings,
            WatchTable watch) {
        this.permissions = permissions;
        this.fence = fence;
        this.audit = audit;
        this.settings = settings;
        this.watch = watch;
    }

    Optional<String> withheld(Run run, Ahead ahead, Instant now) {
        fence.beforeStep();
        return permissions.stream()
                .flatMap(permission -> permission.withheld(run, ahead, now).stream())
                .findFirst();
    }

    /** What the permissions reckon with for a step that may not be interrupted. */
    Duration longest(Duration expected) {
        return permissions.stream()
                .map(permission -> permission.longest(expected))
                .max(Comparator.naturalOrder())
                .orElse(expected);
    }

    RetryPolicy retryPolicy() {
        return settings.retryPolicy();
    }

    /** Somebody is told, once, what somebody else has changed about the run's cluster. */
    void tell(Run run, List<Difference> differences) {
        watch.told(run.id(), differences);
        audit(Actor.CONVOY, "cluster.changed", run, Map.of("differences", named(differences)));
    }

    /** Whoever lets a run go on takes its cluster as it was told. */
    void accept(Run run, Actor by) {
        watch.known(run.id()).filter(known -> !known.told().isEmpty()).ifPresent(known -> {
            watch.accepted(run.id(), known.afterwards());
            audit(by, "cluster.change-accepted", run, Map.of("differences", named(known.told())));
        });
    }

    private static List<String> named(List<Difference> differences) {
        return differences.stream().map(Difference::toString).toList();
    }

    void audit(Actor by, String act, Run run, String reason) {
        audit(by, act, run, Map.of("reason", reason));
    }

    void audit(Actor by, String act, Run run, Map<String, ?> details) {
        Map<String, Object> all = new java.util.TreeMap<>(details);
        all.put("run", run.id().toString());
        audit.record(by, act, run.cluster().value(), all);
    }
}
