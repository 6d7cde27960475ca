package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.io.IOException;
import java.rmi.NotBoundException;
import java.rmi.registry.LocateRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;

/** Looks at a running Cassandra from outside, never for longer than a few seconds. */
final class CassandraLook implements ServerLook {

    private static final int JMX_LIMIT_SECONDS = 4;
    private static final Set<String> COMING_UP = Set.of("STARTING", "JOINING");
    private static final String STORAGE_SERVICE = "org.apache.cassandra.db:type=StorageService";

    // A frozen node accepts a connection and never answers, and JMX knows no limit of its own.
    private static final ExecutorService PATIENCE = Executors.newCachedThreadPool(CassandraLook::daemon);

    private final String address;

    CassandraLook(String address) {
        this.address = address;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lab-look");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public boolean isReady() {
        return operationMode().filter("NORMAL"::equals).isPresent() && answers(LabNode.NATIVE_PORT);
    }

    @Override
    public Optional<String> comingUp() {
        Optional<String> mode = operationMode();
        if (mode.isEmpty()) {
            return Optional.of("Process runs, its JMX does not answer yet");
        }
        return mode.filter(word -> COMING_UP.contains(word) || (word.equals("NORMAL") && !isReady()))
                .map(word -> "Its mode is " + word);
    }

    /** {@code STARTING, JOINING, NORMAL, LEAVING, DECOMMISSIONED, DRAINED …}; empty while JMX does not answer. */
    Optional<String> operationMode() {
        return storageService("OperationMode").map(Object::toString);
    }

    /** An attribute of the StorageService; empty while JMX does not answer. */
    Optional<Object> storageService(String attribute) {
        if (!answers(LabNode.JMX_PORT)) {
            return Optional.empty();
        }
        Future<Object> answer = PATIENCE.submit(() -> ask(attribute));
        try {
            return Optional.of(answer.get(JMX_LIMIT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }

    // By the registry, not by a URL with JNDI in it, which Quarkus switches off.
    private Object ask(String attribute) throws IOException, JMException, NotBoundException {
        RMIServer server = (RMIServer)
                LocateRegistry.getRegistry(address, LabNode.JMX_PORT).lookup("jmxrmi");
        try (JMXConnector connector = new RMIConnector(server, Map.of())) {
            connector.connect();
            return connector.getMBeanServerConnection().getAttribute(new ObjectName(STORAGE_SERVICE), attribute);
        }
    }

    private boolean answers(int port) {
        return LoopbackAddresses.answers(new Endpoint(address, port));
    }
}
