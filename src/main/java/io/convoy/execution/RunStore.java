package io.convoy.execution;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.execution.RunState.Direction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs and their attempts in PostgreSQL. Every method joins the caller's transaction. */
@ApplicationScoped
class RunStore implements PanacheRepositoryBase<RunRow, UUID> {

    private static final String ACTIVE = "state not in ('SUCCEEDED', 'ROLLED_BACK')";

    private final AttemptText text;

    RunStore(AttemptText text) {
        this.text = text;
    }

    void insert(Run run) {
        persist(new RunRow(run));
        flush();
    }

    Optional<Run> findRun(RunId id) {
        return findByIdOptional(id.value()).map(RunRow::run);
    }

    /** Newest first. */
    List<Run> listRuns() {
        return list("order by createdAt desc, id").stream().map(RunRow::run).toList();
    }

    List<Run> succeededRuns(int most) {
        return find("state = 'SUCCEEDED' order by changedAt desc, id").page(0, most).stream()
                .map(RunRow::run)
                .toList();
    }

    /** The newest of each cluster. */
    Map<ClusterName, Run> latestRuns() {
        List<RunRow> rows = list("""
                from RunRow run
                where createdAt = (select max(other.createdAt) from RunRow other where other.cluster = run.cluster)
                """);
        return rows.stream()
                .map(RunRow::run)
                .collect(Collectors.toMap(Run::cluster, Function.identity(), (one, other) -> one));
    }

    Optional<Run> latestRun(ClusterName cluster) {
        return find("cluster = ?1 order by createdAt desc, id", cluster.value())
                .firstResultOptional()
                .map(RunRow::run);
    }

    List<Run> activeRuns() {
        return list(ACTIVE).stream().map(RunRow::run).toList();
    }

    Optional<Run> activeRun(ClusterName cluster) {
        return find("cluster = ?1 and " + ACTIVE, cluster.value())
                .firstResultOptional()
                .map(RunRow::run);
    }

    /**
     * Writes the run's new state if nobody has written since {@code run} was read.
     *
     * @return the run with its new epoch
     * @throws StaleEpoch if somebody has
     */
    Run write(Run run, RunState next, Instant now) {
        StateColumns columns = StateColumns.of(next);
        int written = update(
                "state = ?1, step = ?2, direction = ?3, waitUntil = ?4, reason = ?5, changedAt = ?6,"
                        + " epoch = epoch + 1 where id = ?7 and epoch = ?8",
                columns.word(),
                columns.step(),
                columns.direction(),
                columns.waitUntil(),
                columns.reason(),
                now,
                run.id().value(),
                run.epoch());
        if (written == 0) {
            throw new StaleEpoch(run.id(), run.epoch());
        }
        return new Run(
                run.id(),
                run.cluster(),
                run.wave(),
                run.planRevision(),
                run.planDigest(),
                next,
                run.epoch() + 1,
                run.createdAt(),
                now,
                run.startedBy());
    }

    /** Leaves word for whoever drives the run; it does not count as a write of the run. */
    void request(RunId id, RunRequest request) {
        update(
                "request = ?1, requestedBy = ?2 where id = ?3",
                request.kind().name(),
                request.by().name(),
                id.value());
    }

    /** The standing request, which is thereby taken. */
    Optional<RunRequest> takeRequest(RunId id) {
        Optional<RunRequest> standing = findByIdOptional(id.value()).flatMap(RunStore::requestOf);
        if (standing.isPresent()) {
            update("request = null, requestedBy = null where id = ?1", id.value());
        }
        return standing;
    }

    private static Optional<RunRequest> requestOf(RunRow row) {
        if (row.request == null || row.requestedBy == null) {
            return Optional.empty();
        }
        return Optional.of(new RunRequest(RunRequest.Kind.valueOf(row.request), new Actor(row.requestedBy)));
    }

    /** What somebody else has changed about the run's cluster, and nobody was told yet. */
    List<Difference> untold(RunId id) {
        return findByIdOptional(id.value())
                .map(row -> DifferenceText.read(row.differences))
                .orElse(List.of());
    }

    /** All attempts of a run in the order in which they were begun. */
    List<Attempt> attempts(RunId run) {
        return attempts("where key.run = ?1 order by startedAt, key.number", run.value());
    }

    /** The attempts at one step in one direction, the first one first. */
    List<Attempt> attempts(RunId run, StepId step, Direction direction) {
        return attempts(
                "where key.run = ?1 and key.step = ?2 and key.direction = ?3 order by key.number",
                run.value(),
                step.value(),
                direction.name());
    }

    private List<Attempt> attempts(String condition, Object... parameters) {
        var query = entities().createQuery("from AttemptRow " + condition, AttemptRow.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultList().stream().map(row -> row.attempt(text)).toList();
    }

    /** Written at once: whatever can wait shall not do so with the audit's head in its hands. */
    void save(RunId run, Attempt attempt) {
        AttemptRow row = new AttemptRow(run.value(), attempt, text);
        entities().merge(row);
        entities().flush();
    }

    private EntityManager entities() {
        return getEntityManager();
    }
}
