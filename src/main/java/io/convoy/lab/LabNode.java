package io.convoy.lab;

import io.convoy.provision.NodeOrder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node of a lab, whoever started it. It keeps no state of its own: any process may hold one. */
public final class LabNode {

    public static final int NATIVE_PORT = 9042;
    public static final int STORAGE_PORT = 7000;
    public static final int JMX_PORT = 7199;

    private static final Logger LOG = LoggerFactory.getLogger(LabNode.class);
    private static final Duration POLITE_END = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 250;

    private final Description description;
    private final NodeDirectory directory;
    private final ServerProcess process;
    private final ServerKind kind;
    private final ServerLook look;

    LabNode(Description description, NodeDirectory directory) {
        this.description = description;
        this.directory = directory;
        this.process = new ServerProcess(directory);
        this.kind = ServerKind.of(description);
        this.look = kind.look(description);
    }

    public String name() {
        return description.node();
    }

    public String address() {
        return description.address();
    }

    public Description description() {
        return description;
    }

    NodeDirectory directory() {
        return directory;
    }

    ServerProcess process() {
        return process;
    }

    /** The process id, while it runs or is frozen. */
    public Optional<Long> pid() {
        return process.find().map(ProcessHandle::pid);
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Serves clients and is a full member of its cluster. */
    public boolean isReady() {
        return isRunning() && look.isReady();
    }

    /** What it still does before it is there, for people; empty once there is nothing to wait for. */
    Optional<String> comingUp() {
        return look.comingUp();
    }

    /** Cassandra's own word for what the node does, for example {@code NORMAL}; empty while JMX does not answer. */
    public Optional<String> operationMode() {
        return new CassandraLook(address()).operationMode();
    }

    /** An attribute of Cassandra's StorageService, for example {@code LiveNodes}; empty while JMX does not answer. */
    public Optional<Object> storageService(String attribute) {
        return new CassandraLook(address()).storageService(attribute);
    }

    /** Launches the node on the data that it has, unless it runs; returns before it is ready. */
    public void start(ServerSoftware software) {
        FileGuard.holding(directory.path(), () -> start(software, 1));
    }

    /** As {@link #start(ServerSoftware)}, for a caller that holds the node's guard. */
    void start(ServerSoftware software, int attempt) {
        if (process.isAlive()) {
            return;
        }
        LoopbackAddresses.requireFree(name(), address(), kind.ports());
        directory.create();
        StoredFile.replace(directory.description(), description);
        ProcessHandle started =
                process.start(kind.command(description, directory, software, software.sharing()), attempt);
        LOG.info("Started {} on {} as process {}", directory.label(), address(), started.pid());
    }

    /** Waits until the node is ready; fails with its last words when it died, and at the limit. */
    public void awaitReady(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!look.isReady()) {
            if (!process.isAlive()) {
                throw new LabException(
                        "%s ended before it was ready:%n%s".formatted(directory.label(), directory.lastWords()));
            }
            if (System.nanoTime() > deadline) {
                throw new LabException("%s was not ready after %ds (%s):%n%s"
                        .formatted(
                                directory.label(),
                                limit.toSeconds(),
                                look.comingUp().orElse("it is up"),
                                directory.lastWords()));
            }
            Pause.millis(LOOK_AGAIN_MILLIS);
        }
        process.noteReady();
    }

    /** Ends the node in its software's own way, which tells its peers; hard after ten seconds. Data stays. */
    public void stop() {
        process.terminate();
        if (!process.endsWithin(POLITE_END)) {
            process.kill();
        }
    }

    /** Ends the node as a lost machine would. Data stays. */
    public void kill() {
        process.crash();
    }

    /** The process stands still: connections open, no answers. */
    public void freeze() {
        process.freeze();
    }

    public void thaw() {
        process.thaw();
    }

    /** Ends the node and deletes all that it had. */
    public void retire() {
        FileGuard.holding(directory.path(), this::endAndDelete);
    }

    private void endAndDelete() {
        process.kill();
        directory.delete();
    }

    @Override
    public String toString() {
        return directory.label() + " on " + address();
    }

    /**
     * What a node is, as its directory remembers it.
     *
     * @param software as its order says it
     * @param settings the software's own configuration keys, and Java properties where the key starts with {@code -D}; of
     *     Cassandra {@code seeds} too, of Kafka {@code cluster.id} and {@code initial.controllers}
     */
    public record Description(
            String cluster,
            String node,
            String datacenter,
            String rack,
            String address,
            String software,
            String version,
            Map<String, String> settings) {

        public Description {
            // Labs of earlier builds did not say it.
            software = Objects.requireNonNullElse(software, "cassandra");
            settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
        }

        /** A Cassandra node. */
        Description(
                String cluster,
                String node,
                String datacenter,
                String rack,
                String address,
                String version,
                Map<String, String> settings) {
            this(cluster, node, datacenter, rack, address, "cassandra", version, settings);
        }

        static Description of(NodeOrder order, String address) {
            return new Description(
                    order.cluster().value(),
                    order.node(),
                    order.placement().datacenter(),
                    order.placement().rack(),
                    address,
                    order.software(),
                    order.version(),
                    order.settings());
        }
    }
}
