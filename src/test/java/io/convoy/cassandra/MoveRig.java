package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import io.convoy.execution.Outcome;
import io.convoy.execution.StepDriver;
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
    private static final StepDriver.Patience PATIENCE =
            new StepDriver.Patience(Duration.ofMinutes(3), Duration.ofSeconds(1));

    private final Cluster cluster;
    private final CassandraLinks links;
    private final StepDriver driver;

    MoveRig(ClusterName name, List<String> addresses) {
        this.cluster = cluster(name, addresses);
        Logins logins = new Logins(new Credentials(SECRETS::get), new Logins.OwnRole(OWN_ROLE, OWN_PASSWORD));
        this.links = new CassandraLinks(logins, Patience.USUAL);
        this.driver = new StepDriver(cluster, PATIENCE, exception -> false);
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
        return driver.complete(handler, step);
    }

    /** Begins a new attempt and calls the handler until its outcome is as wished. */
    <S extends Step> Outcome until(StepHandler<S> handler, S step, Predicate<Outcome> wish) {
        return driver.until(handler, step, wish);
    }

    /** As {@link #until}, in the same attempt. */
    <S extends Step> Outcome goOn(StepHandler<S> handler, S step, Predicate<Outcome> wish) {
        return driver.goOn(handler, step, wish);
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
