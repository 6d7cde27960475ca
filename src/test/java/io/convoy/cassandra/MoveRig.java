package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.base.SecretReference;
import io.convoy.base.StepId;
import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.inventory.Access;
import io.convoy.inventory.CassandraCluster;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.ClusterProfile;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.Environment;
import io.convoy.inventory.NamedNodes;
import io.convoy.inventory.Node;
import io.convoy.inventory.Owner;
import io.convoy.inventory.Standing;
import io.convoy.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Carries out single steps on a lab's cluster, as the runner would, without a server. */
final class MoveRig implements AutoCloseable {

    static final String OWN_ROLE = "convoy_admin";
    static final SecretReference OWN_PASSWORD = new SecretReference("env:OWN");

    private static final Map<String, String> SECRETS = Map.of("OPERATOR", "operator:laboratory", "OWN", "own'secret");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final CassandraLinks links;
    private Map<String, String> memory = Map.of();

    MoveRig(ClusterName name, List<String> addresses) {
        this.cluster = cluster(name, addresses);
        Logins logins = new Logins(new Credentials(SECRETS::get), new Logins.OwnRole(OWN_ROLE, OWN_PASSWORD));
        this.links = new CassandraLinks(logins, Patience.USUAL);
    }

    private static Cluster cluster(ClusterName name, List<String> addresses) {
        List<Node> nodes = addresses.stream()
                .map(address -> new Node(address.replace('.', '-'), Optional.of(address), "r1", Optional.empty()))
                .toList();
        Access access = new Access(
                List.of(new Endpoint(addresses.get(0), Doors.NATIVE_PORT)),
                Optional.of(new SecretReference("env:OPERATOR")),
                Optional.empty());
        Standing standing = new Standing(Environment.DEVELOPMENT, "standard", Owner.UNKNOWN, Map.of());
        return new CassandraCluster(
                new ClusterProfile(name, "5.0.9", standing, Optional.empty()),
                List.of(new Datacenter("dc_old", "lab", "local", new NamedNodes(nodes))),
                Optional.of(access),
                Optional.empty());
    }

    Cluster cluster() {
        return cluster;
    }

    CassandraLinks links() {
        return links;
    }

    ClusterLink link() {
        return links.to(cluster);
    }

    /** Until it is done; fails at any other end. */
    <S extends Step> List<String> complete(StepHandler<S> handler, S step) {
        Outcome end = until(handler, step, outcome -> !(outcome instanceof Outcome.Waiting));
        if (end instanceof Outcome.Done done) {
            return done.evidence();
        }
        throw new AssertionError(step + " ended with " + end);
    }

    /** Begins a new attempt and calls the handler until its outcome is as wished, with the memory that a runner would keep. */
    <S extends Step> Outcome until(StepHandler<S> handler, S step, Predicate<Outcome> wish) {
        memory = Map.of();
        return goOn(handler, step, wish);
    }

    /** As {@link #until}, in the same attempt. */
    <S extends Step> Outcome goOn(StepHandler<S> handler, S step, Predicate<Outcome> wish) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Outcome outcome = once(handler, step);
        while (!wish.test(outcome)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(step + " is after " + LIMIT + " at " + outcome);
            }
            pause(Math.min(1_000, again(outcome).toMillis()));
            outcome = once(handler, step);
        }
        return outcome;
    }

    private <S extends Step> Outcome once(StepHandler<S> handler, S step) {
        Instant now = Instant.now();
        StepContext context = new StepContext(
                new RunId(new java.util.UUID(0, 1)),
                new StepId("step"),
                cluster,
                1,
                now,
                now,
                memory,
                Optional.empty());
        Outcome outcome = handler.advance(step, context);
        if (outcome instanceof Outcome.Waiting waiting) {
            memory = waiting.memory();
        }
        return outcome;
    }

    private static Duration again(Outcome outcome) {
        if (outcome instanceof Outcome.Waiting waiting) {
            return waiting.checkAgainAfter();
        }
        return outcome instanceof Outcome.Blocked blocked ? blocked.checkAgainAfter() : Duration.ofSeconds(1);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The values of a table's column {@code id}, read through one node. */
    Set<Integer> ids(String table, String address, ConsistencyLevel level) {
        Set<Integer> ids = new HashSet<>();
        SimpleStatement statement = SimpleStatement.newInstance("SELECT id FROM " + table)
                .setConsistencyLevel(level)
                .setTimeout(Duration.ofSeconds(30));
        for (Row row : link().cql(address).session().execute(statement)) {
            ids.add(row.getInt("id"));
        }
        return ids;
    }

    @Override
    public void close() {
        links.close();
    }
}
