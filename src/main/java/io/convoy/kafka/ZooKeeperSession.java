package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;

/** Opens clients of ZooKeeper that are connected. */
final class ZooKeeperSession {

    private static final int SESSION_MILLIS = 15_000;
    private static final int ANSWER_SECONDS = 10;

    private ZooKeeperSession() {}

    /** Makes a client of one kind. */
    interface Opening<C extends ZooKeeper> {
        C open(String connect, int sessionMillis, Watcher watcher) throws IOException;
    }

    /** Of whichever of these servers answers. */
    static <C extends ZooKeeper> C open(List<Endpoint> servers, Opening<C> opening) {
        String connect = servers.stream().map(Endpoint::toString).collect(Collectors.joining(","));
        CompletableFuture<Void> connected = new CompletableFuture<>();
        try {
            C client = opening.open(connect, SESSION_MILLIS, event -> {
                if (event.getState() == KeeperState.SyncConnected) {
                    connected.complete(null);
                }
            });
            await(connected, client, connect);
            return client;
        } catch (IOException e) {
            throw new UnreachableKafkaException("ZooKeeper at " + connect + " is not to be reached", e);
        }
    }

    private static void await(CompletableFuture<Void> connected, ZooKeeper client, String connect) {
        try {
            connected.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            close(client);
            throw new UnreachableKafkaException("ZooKeeper at " + connect + " serves nobody at the moment");
        } catch (InterruptedException e) {
            close(client);
            Thread.currentThread().interrupt();
            throw new UnreachableKafkaException("Interrupted while connecting to ZooKeeper");
        }
    }

    static void close(ZooKeeper client) {
        try {
            client.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
