package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.inventory.Access.Jmx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.rmi.NotBoundException;
import java.rmi.registry.LocateRegistry;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;

/** What brokers' JMX says of those who use them, which no request of Kafka's protocol does. */
@Singleton
final class BrokerBeans {

    private static final long PATIENCE_SECONDS = 5;

    /** One for each client id that has asked for something within the last hour, while any client id has a quota. */
    private static final String REQUESTS = "kafka.server:type=Request,client-id=*,*";

    /** Share of a thread's time over the last ten seconds. */
    private static final String RECENT = "request-time";

    static {
        // RMI waits for ever by default; a frozen process keeps its sockets open. Read once, when RMI is first used.
        if (System.getProperty("sun.rmi.transport.tcp.responseTimeout") == null) {
            System.setProperty("sun.rmi.transport.tcp.responseTimeout", "20000");
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Future<Set<String>>> unanswered = new ConcurrentHashMap<>();

    /** The ids of clients that have asked the broker at an address for something a moment ago. */
    Set<String> asking(String address, Jmx jmx) {
        String place = address + ":" + jmx.port();
        Future<Set<String>> earlier = unanswered.get(place);
        if (earlier != null && !earlier.isDone()) {
            throw new UnreachableKafkaException("JMX of " + place + " has not answered an earlier question yet");
        }
        Future<Set<String>> answer = threads.submit(() -> read(address, jmx));
        unanswered.put(place, answer);
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableKafkaException("Interrupted while asking JMX of " + place);
        } catch (ExecutionException e) {
            throw new UnreachableKafkaException("JMX of " + place + " cannot be read", e);
        } catch (TimeoutException e) {
            throw new UnreachableKafkaException(
                    "JMX of " + place + " gave no answer within " + PATIENCE_SECONDS + " s");
        }
    }

    private static Set<String> read(String address, Jmx jmx) throws IOException, JMException, NotBoundException {
        // By the registry, not by a service:jmx:rmi:///jndi/ URL: Quarkus switches JNDI off, and rightly so.
        RMIServer server =
                (RMIServer) LocateRegistry.getRegistry(address, jmx.port()).lookup("jmxrmi");
        try (JMXConnector connector = new RMIConnector(server, Map.of())) {
            connector.connect(environment(jmx));
            return asking(connector.getMBeanServerConnection());
        }
    }

    private static Map<String, Object> environment(Jmx jmx) {
        return jmx.credentials().map(BrokerBeans::login).orElse(Map.of());
    }

    private static Map<String, Object> login(SecretReference reference) {
        String[] words = reference.read(System.getenv()).split(":", 2);
        if (words.length < 2) {
            throw new IllegalStateException("The secret " + reference + " does not read user:password");
        }
        return Map.of(JMXConnector.CREDENTIALS, words);
    }

    private static Set<String> asking(MBeanServerConnection beans) throws IOException, JMException {
        Set<String> asking = new TreeSet<>();
        for (ObjectName bean : beans.queryNames(new ObjectName(REQUESTS), null)) {
            if (isRecent(beans, bean)) {
                String id = bean.getKeyProperty("client-id");
                asking.add(id.startsWith("\"") ? ObjectName.unquote(id) : id);
            }
        }
        return asking;
    }

    private static boolean isRecent(MBeanServerConnection beans, ObjectName bean) throws IOException, JMException {
        try {
            return beans.getAttribute(bean, RECENT) instanceof Double share && share > 0;
        } catch (AttributeNotFoundException | InstanceNotFoundException e) {
            // It expires when a client has been away for an hour.
            return false;
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
