package io.convoy.cassandra;

import io.convoy.plan.CassandraStep.FreezeSchema;
import io.convoy.plan.CassandraStep.ProveNoClients;
import io.convoy.plan.CassandraStep.RebuildDatacenter;
import io.convoy.plan.CassandraStep.ReleaseSchema;
import io.convoy.plan.CassandraStep.VerifyDatacenter;
import io.convoy.plan.Draft;
import java.time.Duration;
import java.util.List;

/** The new datacenter is filled while no table can be dropped, and then compared with the old one. */
final class RebuildPhase {

    private static final Duration FREEZE = Duration.ofMinutes(1);
    /** Open permits may last hours, and are waited for. */
    private static final Duration LONGEST_PERMIT = Duration.ofHours(6);

    private final Move move;
    private final Pace pace;

    RebuildPhase(Move move, PlanningPolicy policy) {
        this.move = move;
        this.pace = policy.pace();
    }

    List<Draft> steps() {
        return List.of(freeze(), rebuild(), release(), verify());
    }

    private Draft freeze() {
        return Draft.of(
                        "freeze",
                        "freeze-schema",
                        "Keep tables from being dropped or truncated",
                        new FreezeSchema(move.allDatacenters()),
                        FREEZE)
                .because(
                        "DROP TABLE fails a rebuild that is streaming the table; TRUNCATE lets it succeed and brings the"
                                + " truncated rows back. Open permits are waited for, then every node of every datacenter refuses,"
                                + " because each coordinator decides for itself. Creating tables stays allowed.")
                .undoneBy(new ReleaseSchema(), "Drops are allowed again, with every node's own settings.")
                .within(LONGEST_PERMIT);
    }

    private Draft rebuild() {
        String target = move.targetName();
        return Draft.of(
                        "rebuild",
                        "rebuild-" + target,
                        "Copy every range to " + target,
                        new RebuildDatacenter(target, move.source(), rebuiltKeyspaces(), move.rebuildConcurrency()),
                        pace.rebuild(move))
                .because(
                        "A plain rebuild reads each range from one replica, the same for all new nodes, and loses rows that"
                                + " only a quorum had. Here the replicas of a range each read from another replica of the source,"
                                + " so that what a quorum of " + move.source() + " had, a quorum of " + target
                                + " has.")
                .notUndone("The copies go with the new nodes when these are retired.");
    }

    private Draft release() {
        return Draft.of("release", "release-schema", "Allow drops again", new ReleaseSchema(), FREEZE)
                .because("Jobs that drop tables have been waiting since the freeze; from here on a drop reaches both"
                        + " datacenters alike.")
                .notUndone("A rollback streams nothing, so it needs no freeze.");
    }

    private Draft verify() {
        String target = move.targetName();
        return Draft.of(
                        "verification",
                        "verify-" + target,
                        "Prove that " + target + " holds what " + move.source() + " holds",
                        new VerifyDatacenter(target, move.source(), move.comparedKeyspaces()),
                        pace.comparison(move))
                .because(
                        "A rebuild that succeeded is no proof of data: it reads one replica of each range, and says OK even"
                                + " when it had nothing to stream. system_distributed and system_traces are left out, because every"
                                + " repair writes to them.")
                .undoneBy(
                        new ProveNoClients(target, CutoverPhase.APART),
                        "Nothing is taken back, but from here the rollback takes replicas away from " + target
                                + ": first it is proved that no client is left there.");
    }

    /** system_auth is complete already: its repair could not wait. */
    private List<String> rebuiltKeyspaces() {
        return move.keyspaces().stream()
                .filter(keyspace -> !keyspace.isSystemAuth())
                .map(KeyspaceMove::name)
                .toList();
    }
}
