package io.convoy.nodestatus;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Nodes that exist only here, for clusters whose name begins with {@code fake}: all run unless a test says otherwise. */
@Priority(100)
@ApplicationScoped
public class FakeProbe implements StatusProbe {

    private final Map<ClusterName, ObservedNode> busy = new ConcurrentHashMap<>();
    private final Map<ClusterName, CountDownLatch> silent = new ConcurrentHashMap<>();
    private final Set<ClusterName> unreachable = ConcurrentHashMap.newKeySet();

    /** From now on the first node of {@code dc_new} rebuilds. */
    public void rebuilds(ClusterName cluster, double progress) {
        ObservedNode.Operation rebuild =
                new ObservedNode.Operation("rebuild", OptionalDouble.of(progress), OptionalLong.of(90));
        busy.put(
                cluster,
                new ObservedNode(
                        "10.0.1.1",
                        "10.0.1.1",
                        "dc_new",
                        "rack1",
                        Lifecycle.REBUILDING,
                        Optional.of(rebuild),
                        false,
                        "it receives a stream"));
    }

    /** From now on looks at the cluster do not end. */
    public void fallsSilent(ClusterName cluster) {
        silent.put(cluster, new CountDownLatch(1));
    }

    public void speaksAgain(ClusterName cluster) {
        Optional.ofNullable(silent.remove(cluster)).ifPresent(CountDownLatch::countDown);
    }

    public void refuses(ClusterName cluster) {
        unreachable.add(cluster);
    }

    @Override
    public boolean probes(Cluster cluster) {
        return cluster.name().value().startsWith("fake");
    }

    @Override
    public List<ObservedNode> probe(Cluster cluster) {
        awaitSpeech(cluster.name());
        if (unreachable.contains(cluster.name())) {
            throw new IllegalStateException("connection refused");
        }
        List<ObservedNode> nodes = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            String address = "10.0.0." + number;
            nodes.add(new ObservedNode(
                    address, address, "dc_old", "rack" + number, Lifecycle.RUNNING, Optional.empty(), true, ""));
        }
        Optional.ofNullable(busy.get(cluster.name())).ifPresent(nodes::add);
        return nodes;
    }

    private void awaitSpeech(ClusterName cluster) {
        try {
            CountDownLatch latch = silent.get(cluster);
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
