package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.loadbalancing.NodeDistance;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.ProgrammaticArguments;
import com.datastax.oss.driver.internal.core.context.DefaultDriverContext;
import com.datastax.oss.driver.internal.core.context.NettyOptions;
import io.convoy.inventory.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens sessions that talk to one node and to no other. */
final class CqlSessions implements AutoCloseable {

    /** How Convoy's own connections are told from the customers'. */
    static final String APPLICATION_NAME = "convoy";

    private static final Logger LOG = LoggerFactory.getLogger(CqlSessions.class);

    private final SharedNetty netty = new SharedNetty();
    private final Patience patience;

    CqlSessions(Patience patience) {
        this.patience = patience;
    }

    /** Tries the logins in their order and takes the first that the node accepts. */
    CqlNode open(Endpoint endpoint, List<Login> logins) {
        UnreachableException refused = new UnreachableException("There is no login for CQL of " + endpoint);
        for (Login login : logins) {
            try {
                return new CqlNode(endpoint, login, open(endpoint, login), patience);
            } catch (AllNodesFailedException e) {
                refused = new UnreachableException("CQL of " + endpoint + " as " + login, firstError(e));
                if (!(firstError(e) instanceof AuthenticationException)) {
                    throw refused;
                }
                LOG.debug("{} does not accept the login {}", endpoint, login);
            }
        }
        throw refused;
    }

    private CqlSession open(Endpoint endpoint, Login login) {
        var opening = new PinnedSessionBuilder(netty)
                .addContactPoint(new InetSocketAddress(endpoint.host(), endpoint.port()))
                .withApplicationName(APPLICATION_NAME)
                .withAuthCredentials(login.user(), login.password())
                .withNodeDistanceEvaluator((node, datacenter) -> distance(node, endpoint))
                .withConfigLoader(configuration())
                .buildAsync()
                .toCompletableFuture();
        try {
            return opening.get(patience.connect().plus(patience.answer()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            var unused = opening.thenAccept(CqlSession::closeAsync);
            throw new UnreachableException("CQL of " + endpoint + " opened no session within "
                    + patience.connect().plus(patience.answer()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("Interrupted while connecting to CQL of " + endpoint);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AllNodesFailedException failed) {
                throw failed;
            }
            throw new UnreachableException("CQL of " + endpoint + " cannot be reached", e);
        }
    }

    private DriverConfigLoader configuration() {
        return DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, "BasicLoadBalancingPolicy")
                .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, patience.connect())
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, patience.answer())
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, patience.answer())
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, patience.answer())
                .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofSeconds(10))
                .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, patience.answer())
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(500))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(5))
                // Convoy reads what it needs to know itself: the driver's copy lags behind.
                .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                .withBoolean(DefaultDriverOption.METADATA_TOKEN_MAP_ENABLED, false)
                .withBoolean(DefaultDriverOption.CONNECTION_WARN_INIT_ERROR, false)
                .build();
    }

    private static NodeDistance distance(Node node, Endpoint endpoint) {
        SocketAddress address = node.getEndPoint().resolve();
        return address instanceof InetSocketAddress inet
                        && inet.getPort() == endpoint.port()
                        && isHost(inet.getAddress(), endpoint.host())
                ? NodeDistance.LOCAL
                : NodeDistance.IGNORED;
    }

    private static boolean isHost(InetAddress address, String host) {
        return address.getHostAddress()
                .equals(new InetSocketAddress(host, 0).getAddress().getHostAddress());
    }

    private static Throwable firstError(AllNodesFailedException failed) {
        return failed.getAllErrors().values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElse(failed);
    }

    @Override
    public void close() {
        netty.close();
    }

    private static final class PinnedSessionBuilder extends CqlSessionBuilder {

        private final SharedNetty netty;

        PinnedSessionBuilder(SharedNetty netty) {
            this.netty = netty;
        }

        @Override
        protected DriverContext buildContext(DriverConfigLoader configuration, ProgrammaticArguments arguments) {
            return new DefaultDriverContext(configuration, arguments) {
                @Override
                protected NettyOptions buildNettyOptions() {
                    return netty;
                }
            };
        }
    }
}
