package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/** The tree of znodes of a ZooKeeper ensemble, as one of these servers shows it. */
final class MetadataTree implements AutoCloseable {

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
        return new MetadataTree(ZooKeeperSession.open(servers, ZooKeeper::new));
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
        ZooKeeperSession.close(client);
    }
}
