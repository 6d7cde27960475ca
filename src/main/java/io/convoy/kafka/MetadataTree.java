package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/** The tree of znodes of a ZooKeeper ensemble, as one of these servers shows it. */
final class MetadataTree implements AutoCloseable {

    private static final int SESSION_MILLIS = 15_000;
    private static final int ANSWER_SECONDS = 10;
    private static final int DELETES_AT_ONCE = 100;

    private final ZooKeeper client;

    private MetadataTree(ZooKeeper client) {
        this.client = client;
    }

    static MetadataTree of(Endpoint server) {
        return of(List.of(server));
    }

    static MetadataTree of(List<Endpoint> servers) {
        String connect = servers.stream().map(Endpoint::toString).collect(Collectors.joining(","));
        CompletableFuture<Void> connected = new CompletableFuture<>();
        try {
            ZooKeeper client = new ZooKeeper(connect, SESSION_MILLIS, event -> {
                if (event.getState() == KeeperState.SyncConnected) {
                    connected.complete(null);
                }
            });
            return connected(new MetadataTree(client), connected, connect);
        } catch (IOException e) {
            throw new UnreachableKafkaException("ZooKeeper at " + connect + " is not to be reached", e);
        }
    }

    private static MetadataTree connected(MetadataTree tree, CompletableFuture<Void> connected, String connect) {
        try {
            connected.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return tree;
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            tree.close();
            throw new UnreachableKafkaException("ZooKeeper at " + connect + " serves nobody at the moment");
        } catch (InterruptedException e) {
            tree.close();
            Thread.currentThread().interrupt();
            throw new UnreachableKafkaException("Interrupted while connecting to ZooKeeper");
        }
    }

    /** Returns when a server has seen all that its leader had seen. */
    static void catchUp(Endpoint server) {
        try (MetadataTree tree = of(server)) {
            tree.sync();
        }
    }

    EnsembleConfig config() {
        return EnsembleConfig.parse(asked(
                "reading its configuration",
                () -> new String(client.getConfig(false, new Stat()), StandardCharsets.UTF_8)));
    }

    /** Returns when this server has seen all that its leader had seen. */
    void sync() {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        client.sync("/", (code, path, context) -> answer.complete(code), null);
        asked("catching up with its leader", () -> {
            KeeperException.Code code = KeeperException.Code.get(answer.get(ANSWER_SECONDS, TimeUnit.SECONDS));
            if (code != KeeperException.Code.OK) {
                throw KeeperException.create(code);
            }
            return code;
        });
    }

    boolean exists(String path) {
        return asked("looking for " + path, () -> client.exists(path, false) != null);
    }

    /** Names of what is right below; empty when there is no such znode. */
    List<String> children(String path) {
        return asked("listing " + path, () -> {
            try {
                return client.getChildren(path, false).stream().sorted().toList();
            } catch (KeeperException.NoNodeException e) {
                return List.of();
            }
        });
    }

    /** How many znodes are there, with it and below it; none when there is no such znode. */
    int count(String path) {
        return asked("counting " + path, () -> {
            try {
                return ZKUtil.listSubTreeBFS(client, path).size();
            } catch (KeeperException.NoNodeException e) {
                return 0;
            }
        });
    }

    /** Makes a znode that goes when this connection closes. */
    void put(String path) {
        asked(
                "creating " + path,
                () -> client.create(path, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL));
    }

    /**
     * Deletes it and all that is below.
     *
     * @return whether it is gone; one whose ephemeral znodes expire meanwhile is not, and goes when tried again
     */
    boolean delete(String path) {
        return asked("deleting " + path, () -> {
            try {
                ZKUtil.deleteRecursive(client, path, DELETES_AT_ONCE);
            } catch (KeeperException.NoNodeException e) {
                return true;
            }
            return client.exists(path, false) == null;
        });
    }

    private static <T> T asked(String doing, Callable<T> question) {
        try {
            return question.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableKafkaException("Interrupted while " + doing);
        } catch (Exception e) {
            throw new UnreachableKafkaException("ZooKeeper failed in " + doing, e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
