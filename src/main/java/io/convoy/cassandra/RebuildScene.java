package io.convoy.cassandra;

import io.convoy.plan.CassandraStep.RebuildDatacenter;
import io.convoy.plan.Replication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rebuild finds when it looks.
 *
 * @param rings of the keyspaces that still exist
 * @param live all nodes that are up
 * @param bytes of each keyspace on one source node, so that progress can be told by what is to be moved
 * @param obstacle why nothing can be rebuilt as things are
 */
record RebuildScene(
        RebuildPlan.Sides sides,
        List<KeyspaceRing> rings,
        Set<String> live,
        Map<String, String> hostIds,
        Map<String, Long> bytes,
        Optional<String> obstacle) {

    static RebuildScene look(ClusterLink link, RebuildDatacenter step) {
        CqlNode node = link.anyCql();
        Ring ring = Ring.read(node);
        link.remember(ring.doors());
        Set<String> sources = addresses(ring, step.source());
        Set<String> targets = addresses(ring, step.datacenter());
        StorageService jmx = anyJmx(link, sources, targets);
        Set<String> live = Set.copyOf(jmx.liveNodes());
        List<KeyspaceRing> rings = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        if (sources.isEmpty() || targets.isEmpty()) {
            obstacles.add("datacenter " + (sources.isEmpty() ? step.source() : step.datacenter()) + " has no node");
        }
        Map<String, Long> bytes = new TreeMap<>();
        for (String keyspace : step.keyspaces()) {
            Optional<Replication> replication = Schema.replication(node, keyspace);
            // A keyspace that its owners dropped before the freeze has nothing to be moved.
            if (replication.isEmpty()) {
                continue;
            }
            missing(keyspace, replication.get(), step).forEach(obstacles::add);
            rings.add(new KeyspaceRing(
                    keyspace,
                    replication.get().in(step.source()),
                    replication.get().in(step.datacenter()),
                    owned(jmx.ranges(keyspace), targets)));
            bytes.put(keyspace, jmx.liveDiskSpace(keyspace));
        }
        return new RebuildScene(
                new RebuildPlan.Sides(sources, targets, alive(sources, live), racks(ring)),
                rings,
                live,
                ring.peers().stream().collect(Collectors.toMap(Peer::address, Peer::hostId)),
                bytes,
                obstacles.stream().findFirst());
    }

    /** Host ids of the targets: what was streamed to a node that was replaced since is lost. */
    Map<String, String> targetHostIds() {
        Map<String, String> targets = new TreeMap<>(hostIds);
        targets.keySet().retainAll(sides.targets());
        return targets;
    }

    private static Stream<String> missing(String keyspace, Replication replication, RebuildDatacenter step) {
        return Stream.of(step.source(), step.datacenter())
                .filter(datacenter -> replication.in(datacenter) == 0)
                .map(datacenter -> "keyspace " + keyspace + " has no replica in " + datacenter + " (" + replication
                        + "): Cassandra would stream nothing and call that a success");
    }

    private static StorageService anyJmx(ClusterLink link, Set<String> sources, Set<String> targets) {
        List<String> silent = new ArrayList<>();
        for (String address : Stream.concat(sources.stream(), targets.stream()).toList()) {
            try {
                StorageService jmx = link.jmx(address);
                jmx.operationMode();
                return jmx;
            } catch (UnreachableException e) {
                silent.add(String.valueOf(e.getMessage()));
            }
        }
        throw new UnreachableException("No node answers JMX: " + String.join("; ", silent));
    }

    private static List<OwnedRange> owned(List<OwnedRange> ranges, Set<String> targets) {
        return ranges.stream()
                .filter(owned -> owned.replicas().stream().anyMatch(targets::contains))
                .toList();
    }

    private static Set<String> addresses(Ring ring, String datacenter) {
        return ring.in(datacenter).stream().map(Peer::address).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> alive(Set<String> nodes, Set<String> live) {
        return nodes.stream().filter(live::contains).collect(Collectors.toSet());
    }

    private static Map<String, String> racks(Ring ring) {
        return ring.peers().stream().collect(Collectors.toMap(Peer::address, Peer::rack));
    }
}
