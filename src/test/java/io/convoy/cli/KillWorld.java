package io.convoy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Everything outside Convoy on which its steps have effects, and which counts them: a webhook's receiver and a node maker. */
final class KillWorld implements AutoCloseable {

    /** Makes or discards a node if it is not made or discarded yet, notes that it did, and answers when it may. */
    private static final String MAKER = """
            #!/bin/sh
            order=$(cat)
            node=$(printf '%s' "$order" | sed 's/.*"node":"\\([^"]*\\)".*/\\1/')
            if mkdir "$(dirname "$0")/$1-$node" 2>/dev/null; then echo "$1 $node" >> "$(dirname "$0")/effects"; fi
            while [ -e "$(dirname "$0")/hold-$node" ]; do sleep 0.1; done
            case "$1" in
              provide) echo '{"state": "present", "address": "127.0.7.1"}' ;;
              *) echo '{"state": "absent"}' ;;
            esac
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Path directory;

    KillWorld(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        Path maker = maker();
        Files.writeString(maker, MAKER);
        if (!maker.toFile().setExecutable(true)) {
            throw new IOException(maker + " cannot be made executable");
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "KILL_HOOK",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                "CONVOY_PROVISION_ADAPTER",
                "command",
                "CONVOY_PROVISION_COMMAND",
                maker().toString());
    }

    private Path maker() {
        return directory.resolve("maker");
    }

    /** How often each id was delivered. */
    Map<String, Integer> deliveries() {
        return Map.copyOf(deliveries);
    }

    /** What the node maker did, line by line. */
    List<String> effects() throws IOException {
        Path file = directory.resolve("effects");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** From now on the cell's effect happens, but is not answered. */
    void hold(KillCell cell) throws IOException {
        held.put(cell.webhookId(KillCell.STEP), new CountDownLatch(1));
        Files.createFile(directory.resolve("hold-" + cell.node()));
    }

    void letGo(KillCell cell) throws IOException {
        java.util.Objects.requireNonNull(held.get(cell.webhookId(KillCell.STEP)))
                .countDown();
        Files.delete(directory.resolve("hold-" + cell.node()));
    }

    boolean hasHappened(KillCell cell) throws IOException {
        return cell.kind().calls()
                ? deliveries.containsKey(cell.webhookId(KillCell.STEP))
                : effects().stream().anyMatch(effect -> effect.endsWith(" " + cell.node()));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = json.readTree(exchange.getRequestBody()).path("id").asText();
            deliveries.merge(id, 1, Integer::sum);
            CountDownLatch until = held.get(id);
            if (until != null) {
                until.await();
            }
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
