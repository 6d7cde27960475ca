package io.convoy.lab;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * How a client of the lab reaches a cluster, as an application's configuration would say it.
 *
 * @param contactPoints addresses, on the standard port
 */
public record ClientRoute(List<String> contactPoints, String localDatacenter, String user, String password) {

    /** A schema change waits until all nodes agree, which takes seconds. */
    static final Duration SCHEMA_LIMIT = Duration.ofSeconds(30);

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

    public ClientRoute {
        contactPoints = List.copyOf(contactPoints);
    }

    /** The same client through another datacenter. */
    public ClientRoute via(List<String> otherContactPoints, String otherDatacenter) {
        return new ClientRoute(otherContactPoints, otherDatacenter, user, password);
    }

    public ClientRoute as(String otherUser, String otherPassword) {
        return new ClientRoute(contactPoints, localDatacenter, otherUser, otherPassword);
    }

    CqlSession connect() {
        return connect(REQUEST_LIMIT);
    }

    CqlSession connect(Duration requestLimit) {
        DriverConfigLoader settings = DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, requestLimit)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, REQUEST_LIMIT)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, REQUEST_LIMIT)
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT, REQUEST_LIMIT)
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(500))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(5))
                .withInt(DefaultDriverOption.NETTY_IO_SIZE, 2)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
                .build();
        return CqlSession.builder()
                .addContactPoints(
                        contactPoints.stream().map(ClientRoute::socket).toList())
                .withLocalDatacenter(localDatacenter)
                .withAuthCredentials(user, password)
                .withConfigLoader(settings)
                .build();
    }

    private static InetSocketAddress socket(String address) {
        return new InetSocketAddress(address, LabNode.NATIVE_PORT);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " through " + localDatacenter + " " + contactPoints;
    }
}
