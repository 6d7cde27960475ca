package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;

/** Writes numbered znodes all the time, in one session, and knows which were acknowledged. */
final class ZnodeWriter implements AutoCloseable {

    private static final int SESSION_MILLIS = 18_000;

    private final String folder;
    private final ZooKeeper client;
    private final Thread thread = new Thread(this::write, "znode-writer");
    private final Set<String> acknowledged = new TreeSet<>();
    private volatile boolean isEnding;
    private volatile long longestNanos;
    private final AtomicInteger retries = new AtomicInteger();
    private volatile boolean hasExpired;

    /** @param parent a path that is there */
    ZnodeWriter(List<Endpoint> servers, String parent) throws Exception {
        this.folder = parent + "/written";
        this.client = new ZooKeeper(
                servers.stream().map(Endpoint::toString).collect(Collectors.joining(",")), SESSION_MILLIS, event -> {});
        client.create(folder, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        thread.start();
    }

    private void write() {
        int number = 0;
        long since = System.nanoTime();
        while (!isEnding && !hasExpired) {
            String name = "znode-" + number;
            try {
                client.create(folder + "/" + name, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
                acknowledge(name);
            } catch (KeeperException.NodeExistsException e) {
                // It was made by a request whose answer was lost.
                acknowledge(name);
            } catch (KeeperException.ConnectionLossException e) {
                retries.incrementAndGet();
                continue;
            } catch (KeeperException e) {
                hasExpired = true;
            } catch (InterruptedException e) {
                return;
            }
            longestNanos = Math.max(longestNanos, System.nanoTime() - since);
            since = System.nanoTime();
            number++;
        }
    }

    private synchronized void acknowledge(String name) {
        acknowledged.add(name);
    }

    synchronized int acknowledged() {
        return acknowledged.size();
    }

    /** What was acknowledged and is not there; ends the writing. */
    Set<String> lost() throws Exception {
        isEnding = true;
        thread.join();
        if (hasExpired) {
            throw new AssertionError("The writer's session has expired");
        }
        Set<String> lost = new TreeSet<>(acknowledged);
        client.sync(folder);
        lost.removeAll(client.getChildren(folder, false));
        return lost;
    }

    String report() {
        return "%d znodes acknowledged, %d requests made again, longest wait %d ms"
                .formatted(acknowledged(), retries.get(), TimeUnit.NANOSECONDS.toMillis(longestNanos));
    }

    @Override
    public void close() {
        isEnding = true;
        ZooKeeperSession.close(client);
    }
}
