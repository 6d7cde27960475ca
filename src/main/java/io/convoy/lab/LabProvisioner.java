package io.convoy.lab;

import io.convoy.provision.NodeOrder;
import io.convoy.provision.ProvisionState;
import io.convoy.provision.Provisioner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Makes nodes as processes on loopback addresses. What it knows stands in the lab's directory, so another process, or the
 * next after a crash, goes on where this one stopped.
 */
public final class LabProvisioner implements Provisioner {

    private static final int ATTEMPTS = 3;
    private static final Duration POLITE_END = Duration.ofSeconds(10);

    private final LabHome home;
    private final LabDirectory directory;
    private final ConcurrentMap<Release, CompletableFuture<ServerSoftware>> software = new ConcurrentHashMap<>();
    private final ConcurrentMap<Path, Long> askedToEndAtNanos = new ConcurrentHashMap<>();

    public LabProvisioner(LabHome home, Path labDirectory) {
        this.home = home;
        this.directory = new LabDirectory(labDirectory);
    }

    @Override
    public ProvisionState look(NodeOrder order) {
        Optional<LabNode> node = directory.node(order.cluster().value(), order.node());
        return node.isEmpty() ? new ProvisionState.Absent() : stateOf(node.get());
    }

    @Override
    public ProvisionState provide(NodeOrder order) {
        return ServerKind.find(order.software())
                .map(kind -> provide(order, new Release(kind, order.version())))
                .orElseGet(() ->
                        new ProvisionState.Failed("This lab runs " + ServerKind.known() + ", not " + order.software()));
    }

    private ProvisionState provide(NodeOrder order, Release release) {
        Optional<LabNode> running =
                directory.node(order.cluster().value(), order.node()).filter(LabNode::isRunning);
        if (running.isPresent()) {
            return stateOf(running.get());
        }
        CompletableFuture<ServerSoftware> prepared = software.computeIfAbsent(
                release,
                wanted -> CompletableFuture.supplyAsync(() -> wanted.prepare(home), LabProvisioner::inBackground));
        if (!prepared.isDone()) {
            return new ProvisionState.Underway("Fetching " + release);
        }
        try {
            return provide(directory.nodeFor(order), prepared.join());
        } catch (CompletionException e) {
            // The next call tries again.
            software.remove(release, prepared);
            return new ProvisionState.Failed(release + " is not to be had: " + e.getMessage());
        } catch (LabException e) {
            return new ProvisionState.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "lab-software");
        thread.setDaemon(true);
        thread.start();
    }

    private ProvisionState provide(LabNode node, ServerSoftware prepared) {
        return FileGuard.holding(node.directory().path(), () -> startUnlessRunning(node, prepared));
    }

    private ProvisionState startUnlessRunning(LabNode node, ServerSoftware prepared) {
        Optional<Launch> died = node.process().launch().filter(Launch::diedYoung);
        int attempt = died.map(Launch::attempt).orElse(0) + 1;
        if (node.isRunning() || attempt > ATTEMPTS) {
            return stateOf(node);
        }
        node.start(prepared, attempt);
        return new ProvisionState.Underway("Process started on " + node.address());
    }

    @Override
    public ProvisionState stop(NodeOrder order) {
        Optional<LabNode> node = directory.node(order.cluster().value(), order.node());
        node.filter(LabNode::isRunning).ifPresent(this::endPolitely);
        return look(order);
    }

    /** Politely at first, so that its peers learn of it at once; hard when it takes too long. */
    private void endPolitely(LabNode node) {
        long now = System.nanoTime();
        Path key = node.directory().path();
        long asked = askedToEndAtNanos.computeIfAbsent(key, ignored -> now);
        if (now - asked > POLITE_END.toNanos()) {
            node.process().kill();
            askedToEndAtNanos.remove(key);
        } else {
            node.process().terminate();
        }
    }

    /** A server that runs is stopped first, so that its peers learn of it at once. */
    @Override
    public ProvisionState retire(NodeOrder order) {
        Optional<LabNode> node = directory.node(order.cluster().value(), order.node());
        if (node.filter(LabNode::isRunning).isPresent()) {
            endPolitely(node.get());
            return new ProvisionState.Underway("Ending");
        }
        node.ifPresent(LabNode::retire);
        return new ProvisionState.Absent();
    }

    private ProvisionState stateOf(LabNode node) {
        Optional<Launch> launch = node.process().launch();
        if (node.isRunning()) {
            return stateOfRunning(node, launch.filter(Launch::stopAsked).isPresent());
        }
        Optional<Integer> failures = launch.filter(Launch::diedYoung).map(Launch::attempt);
        if (failures.isPresent()) {
            return diedYoung(node, failures.get());
        }
        askedToEndAtNanos.remove(node.directory().path());
        return new ProvisionState.Stopped(node.address());
    }

    private static ProvisionState diedYoung(LabNode node, int attempts) {
        if (attempts < ATTEMPTS) {
            return new ProvisionState.Underway(
                    "Died before it was ready; attempt %d of %d is next".formatted(attempts + 1, ATTEMPTS));
        }
        return new ProvisionState.Failed("%s died %d times before it was ready; its logs are in %s. Its last words: %s"
                .formatted(
                        node,
                        ATTEMPTS,
                        node.directory().logs(),
                        node.directory().lastWords()));
    }

    private static ProvisionState stateOfRunning(LabNode node, boolean stopAsked) {
        if (stopAsked) {
            return new ProvisionState.Underway("Ending");
        }
        Optional<String> comingUp = node.comingUp();
        if (comingUp.isPresent()) {
            return new ProvisionState.Underway(comingUp.get());
        }
        node.process().noteReady();
        return new ProvisionState.Present(node.address());
    }

    private record Release(ServerKind kind, String version) {

        ServerSoftware prepare(LabHome home) {
            return ServerSoftware.prepare(kind, home, version);
        }

        @Override
        public String toString() {
            return kind.title() + " " + version;
        }
    }
}
