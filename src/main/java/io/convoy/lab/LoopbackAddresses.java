package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives out addresses {@code 127.k.d.n}: {@code k} for the cluster, {@code d} for its datacenter, {@code n} for the node. */
final class LoopbackAddresses {

    private static final int FIRST_CLUSTER = 20;
    private static final int CLUSTERS = 200;
    private static final int LAST = 254;
    private static final int CONNECT_LIMIT_MILLIS = 1_000;
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

    private final List<LabNode.Description> known;

    /** The nodes that the lab knows, whatever their cluster. */
    LoopbackAddresses(Collection<LabNode.Description> known) {
        this.known = List.copyOf(known);
    }

    /** The first free address beside the nodes of the same datacenter; the same question has the same answer. */
    String assign(String cluster, String datacenter, Collection<String> contacts) {
        List<String> seeds =
                contacts.stream().filter(LOOPBACK.asMatchPredicate()).toList();
        int clusterBlock = clusterBlock(cluster, seeds);
        String prefix = "127." + clusterBlock + "." + datacenterBlock(cluster, datacenter, seeds) + ".";
        Set<String> taken = Stream.concat(known.stream().map(LabNode.Description::address), seeds.stream())
                .collect(Collectors.toSet());
        return first(1, LAST, n -> !taken.contains(prefix + n))
                .map(n -> prefix + n)
                .orElseThrow(() -> new LabException("No address is free in " + prefix + "0"));
    }

    private int clusterBlock(String cluster, Collection<String> seeds) {
        Optional<Integer> own = Stream.concat(inCluster(cluster).map(LabNode.Description::address), seeds.stream())
                .map(address -> part(address, 1))
                .findFirst();
        if (own.isPresent()) {
            return own.get();
        }
        Set<Integer> taken = known.stream().map(node -> part(node.address(), 1)).collect(Collectors.toSet());
        int start = Math.floorMod(cluster.hashCode(), CLUSTERS);
        return first(start, start + CLUSTERS - 1, k -> !taken.contains(FIRST_CLUSTER + k % CLUSTERS))
                .map(k -> FIRST_CLUSTER + k % CLUSTERS)
                .orElseThrow(() -> new LabException("No block of addresses is free for " + cluster));
    }

    private int datacenterBlock(String cluster, String datacenter, Collection<String> seeds) {
        Optional<Integer> own = inCluster(cluster)
                .filter(node -> node.datacenter().equals(datacenter))
                .map(node -> part(node.address(), 2))
                .findFirst();
        if (own.isPresent()) {
            return own.get();
        }
        Set<Integer> taken = Stream.concat(inCluster(cluster).map(LabNode.Description::address), seeds.stream())
                .map(address -> part(address, 2))
                .collect(Collectors.toSet());
        return first(1, LAST, d -> !taken.contains(d))
                .orElseThrow(() -> new LabException("No block of addresses is free for " + datacenter));
    }

    private Stream<LabNode.Description> inCluster(String cluster) {
        return known.stream().filter(node -> node.cluster().equals(cluster));
    }

    private static Optional<Integer> first(int from, int to, Predicate<Integer> free) {
        return IntStream.rangeClosed(from, to).boxed().filter(free).findFirst();
    }

    private static int part(String address, int index) {
        return Integer.parseInt(address.split("\\.", -1)[index]);
    }

    /** Fails with the address and the port that somebody else uses. */
    static void requireFree(String node, String address, List<Integer> ports) {
        for (int port : ports) {
            if (!isFree(address, port)) {
                throw new LabException(
                        "%s cannot start: another process uses %s:%d; end it or give the node another address"
                                .formatted(node, address, port));
            }
        }
    }

    /** Whether somebody listens there. */
    static boolean answers(Endpoint endpoint) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), CONNECT_LIMIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** That nobody listens there yet, for people; empty once somebody does. */
    static Optional<String> unanswered(Endpoint endpoint) {
        return answers(endpoint)
                ? Optional.empty()
                : Optional.of("Process runs, its port " + endpoint.port() + " does not answer yet");
    }

    private static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** An address for a node that no cluster needs to know. */
    static String anyFree(List<Integer> ports) {
        return IntStream.rangeClosed(1, LAST)
                .mapToObj(n -> "127.254.254." + n)
                .filter(address -> ports.stream().allMatch(port -> isFree(address, port)))
                .findFirst()
                .orElseThrow(() -> new LabException("No address is free in 127.254.254.0"));
    }
}
