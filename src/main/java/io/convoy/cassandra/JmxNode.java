package io.convoy.cassandra;

import java.io.IOException;
import java.rmi.NotBoundException;
import java.rmi.registry.LocateRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanServerConnection;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node's JMX. Its connection is kept and opened anew when it broke. A node that stands still holds up a caller no longer
 * than the patience, and later callers not at all until its socket has timed out.
 */
final class JmxNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JmxNode.class);

    static {
        // RMI waits for ever by default; a frozen process keeps its sockets open. Read once, when RMI is first used.
        setUnlessSet("sun.rmi.transport.tcp.responseTimeout", "20000");
        setUnlessSet("sun.rmi.transport.tcp.handshakeTimeout", "5000");
        setUnlessSet("sun.rmi.transport.connectionTimeout", "30000");
    }

    private final Target target;
    private final ExecutorService threads;
    private final Patience patience;
    private final AtomicReference<@Nullable JMXConnector> connector = new AtomicReference<>();
    private volatile @Nullable Future<?> unanswered;

    /** Where a node's JMX listens. */
    record Target(String address, int port, Optional<Login> login) {}

    /** Something asked of the node's beans. */
    @FunctionalInterface
    interface Question<T> {
        T ask(MBeanServerConnection beans) throws IOException, JMException;
    }

    JmxNode(Target target, ExecutorService threads, Patience patience) {
        this.target = target;
        this.threads = threads;
        this.patience = patience;
    }

    String address() {
        return target.address();
    }

    /**
     * Asks and waits for the answer. What Cassandra itself objects to is thrown as {@link NodeRefusedException}, everything
     * else as {@link UnreachableException}.
     */
    <T> T ask(Question<T> question) {
        Future<?> earlier = unanswered;
        if (earlier != null && !earlier.isDone()) {
            throw new UnreachableException("JMX of " + address() + " has not answered an earlier question yet");
        }
        Future<T> answer = threads.submit(() -> askNow(question));
        try {
            return answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            unanswered = answer;
            throw new UnreachableException("JMX of " + address() + " gave no answer within " + patience.answer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("Interrupted while asking JMX of " + address());
        } catch (ExecutionException e) {
            throw translated(e);
        }
    }

    /**
     * Begins something that may take hours on a connection and a thread of its own. The node goes on with it when this process
     * dies, and when the connection times out, so an answer that says so is no failure.
     *
     * @return ends with what the node objected to, or with nothing: ended well, or no longer known
     */
    Future<Optional<String>> begin(Question<?> question) {
        return threads.submit(() -> {
            try (JMXConnector own = connect()) {
                question.ask(own.getMBeanServerConnection());
                return Optional.empty();
            } catch (MBeanException | RuntimeMBeanException e) {
                return Optional.of(UnreachableException.reason(e));
            } catch (IOException | JMException e) {
                LOG.debug("No longer listening for the end of what {} was asked to do: {}", address(), e.toString());
                return Optional.empty();
            }
        });
    }

    private <T> T askNow(Question<T> question) throws IOException, JMException {
        try {
            return question.ask(connection());
        } catch (IOException e) {
            // The node may have been restarted since: the second attempt meets the new process, if there is one.
            close();
            return question.ask(connection());
        }
    }

    private MBeanServerConnection connection() throws IOException {
        JMXConnector open = connector.get();
        return (open == null ? reconnected() : open).getMBeanServerConnection();
    }

    private synchronized JMXConnector reconnected() throws IOException {
        JMXConnector open = connector.get();
        if (open == null) {
            open = connect();
            connector.set(open);
        }
        return open;
    }

    /** By the registry, not by a {@code service:jmx:rmi:///jndi/} URL: Quarkus switches JNDI off, and rightly so. */
    private JMXConnector connect() throws IOException {
        try {
            RMIServer server = (RMIServer)
                    LocateRegistry.getRegistry(target.address(), target.port()).lookup("jmxrmi");
            JMXConnector fresh = new RMIConnector(server, environment());
            fresh.connect();
            return fresh;
        } catch (NotBoundException e) {
            throw new IOException("Something other than JMX listens on " + target.address() + ":" + target.port(), e);
        }
    }

    private Map<String, Object> environment() {
        Map<String, Object> environment = new HashMap<>();
        // One thread per connection less: a broken connection is noticed when it is used.
        environment.put("jmx.remote.x.client.connection.check.period", 0L);
        target.login()
                .ifPresent(login ->
                        environment.put(JMXConnector.CREDENTIALS, new String[] {login.user(), login.password()}));
        return environment;
    }

    private RuntimeException translated(ExecutionException e) {
        Throwable thrown = e.getCause();
        if (thrown instanceof MBeanException || thrown instanceof RuntimeMBeanException) {
            return new NodeRefusedException(address(), UnreachableException.reason(e), e);
        }
        if (thrown instanceof JMException) {
            return new NodeRefusedException(address(), thrown.toString(), e);
        }
        return new UnreachableException("JMX of " + address() + " cannot be reached", e);
    }

    @Override
    public void close() {
        // Without waiting for somebody who connects to a node that stands still.
        JMXConnector open = connector.getAndSet(null);
        if (open != null) {
            threads.execute(() -> closeQuietly(open));
        }
    }

    private void closeQuietly(JMXConnector open) {
        try {
            open.close();
        } catch (IOException e) {
            LOG.debug("The broken JMX connection to {} did not close: {}", address(), e.toString());
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
