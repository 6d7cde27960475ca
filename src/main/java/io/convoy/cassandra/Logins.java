package io.convoy.cassandra;

import io.convoy.base.SecretReference;
import io.convoy.inventory.Access;
import io.convoy.inventory.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom Convoy logs in. Its own superuser comes first: the role {@code cassandra} reads its own rights at QUORUM, and is
 * locked out when a datacenter is gone. Where there is no such role yet, the inventory's credentials serve.
 */
final class Logins {

    // Clusters without authentication ask for none, and those with it refuse this one; the driver takes no empty
    // password.
    private static final Login ANONYMOUS = new Login("anonymous", "anonymous");

    private final Credentials credentials;
    private final OwnRole ownRole;

    /** The superuser that Convoy makes for itself. */
    record OwnRole(String name, SecretReference password) {}

    Logins(Credentials credentials, OwnRole ownRole) {
        this.credentials = credentials;
        this.ownRole = ownRole;
    }

    List<Login> of(Cluster cluster) {
        List<Login> logins = Stream.concat(own().stream(), ofInventory(cluster).stream())
                .distinct()
                .toList();
        return logins.isEmpty() ? List.of(ANONYMOUS) : logins;
    }

    /** The one that the customer gave. */
    Optional<Login> ofInventory(Cluster cluster) {
        return cluster.access().flatMap(Access::credentials).map(credentials::login);
    }

    Optional<Login> jmx(Cluster cluster) {
        return cluster.access()
                .flatMap(Access::jmx)
                .flatMap(Access.Jmx::credentials)
                .map(credentials::login);
    }

    private Optional<Login> own() {
        return credentials.find(ownRole.password()).map(password -> new Login(ownRole.name(), password));
    }

    Credentials credentials() {
        return credentials;
    }
}
