package io.convoy.cassandra;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The part of Cassandra's beans that Convoy uses, on one node. */
final class StorageService {

    private static final ObjectName STORAGE_SERVICE = bean("org.apache.cassandra.db:type=StorageService");
    private static final ObjectName SNITCH = bean("org.apache.cassandra.db:type=EndpointSnitchInfo");
    private static final String STRING = String.class.getName();

    private final JmxNode node;

    StorageService(JmxNode node) {
        this.node = node;
    }

    static ObjectName bean(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(e);
        }
    }

    String address() {
        return node.address();
    }

    /** STARTING, NORMAL, JOINING, LEAVING, DECOMMISSIONED, DECOMMISSION_FAILED, MOVING, DRAINING, DRAINED. */
    String operationMode() {
        return text("OperationMode");
    }

    String schemaVersion() {
        return text("SchemaVersion");
    }

    boolean isLoopback() {
        return new InetSocketAddress(address(), 0).getAddress().isLoopbackAddress();
    }

    List<String> liveNodes() {
        return texts(attribute("LiveNodes"));
    }

    /** Nodes that are on their way in, out or to other tokens, as this node sees it. */
    Set<String> movements() {
        Set<String> movements = new TreeSet<>();
        for (String attribute : List.of("JoiningNodes", "LeavingNodes", "MovingNodes")) {
            movements.addAll(texts(attribute(attribute)));
        }
        return movements;
    }

    /** Address by token: every node that is a member of the ring, as this node sees it. */
    Map<String, String> tokenToEndpoint() {
        return textByText(attribute("TokenToEndpointMap"));
    }

    Map<String, String> endpointToHostId() {
        return textByText(attribute("EndpointToHostId"));
    }

    /** Size on disk by address, written as in {@code 114.43 KiB}. */
    Map<String, String> loads() {
        return textByText(attribute("LoadMap"));
    }

    List<String> dataDirectories() {
        return List.of((String[]) attribute("AllDataFileLocations"));
    }

    String snitch() {
        return (String) node.ask(beans -> beans.getAttribute(SNITCH, "SnitchName"));
    }

    /** Every range of the keyspace with its replicas, in an order that depends on the ring alone. */
    List<OwnedRange> ranges(String keyspace) {
        Map<?, ?> replicas = (Map<?, ?>) invoke("getRangeToEndpointMap", keyspace);
        return replicas.entrySet().stream()
                .map(entry -> new OwnedRange(range(texts(entry.getKey())), texts(entry.getValue())))
                .sorted(Comparator.comparing(owned -> owned.range().toString()))
                .toList();
    }

    /** Begins to stream these ranges from one node; see {@link JmxNode#begin}. */
    Future<Optional<String>> beginRebuild(String datacenter, String keyspace, List<TokenRange> ranges, String source) {
        String tokens =
                String.join(",", ranges.stream().map(TokenRange::toString).toList());
        Object[] arguments = {datacenter, keyspace, tokens, source};
        return node.begin(beans -> beans.invoke(STORAGE_SERVICE, "rebuild", arguments, strings(arguments.length)));
    }

    Future<Optional<String>> beginDecommission(boolean force) {
        return node.begin(beans -> beans.invoke(
                STORAGE_SERVICE, "decommission", new Object[] {force}, new String[] {boolean.class.getName()}));
    }

    Future<Optional<String>> beginRemoveNode(String hostId) {
        return node.begin(beans -> beans.invoke(STORAGE_SERVICE, "removeNode", new Object[] {hostId}, strings(1)));
    }

    String removalStatus() {
        return text("RemovalStatus");
    }

    /** The number of the command that now runs, 0 where there is nothing to repair. */
    int repair(String keyspace, Map<String, String> options) {
        return node.ask(beans -> (Integer) beans.invoke(
                STORAGE_SERVICE, "repairAsync", new Object[] {keyspace, new TreeMap<>(options)}, new String[] {
                    STRING, Map.class.getName()
                }));
    }

    /** IN_PROGRESS, COMPLETED or FAILED, then messages; empty when the node does not know this command (any more). */
    List<String> repairStatus(int command) {
        Object status = node.ask(beans -> beans.invoke(
                STORAGE_SERVICE, "getParentRepairStatus", new Object[] {command}, new String[] {int.class.getName()}));
        return status == null ? List.of() : texts(status);
    }

    /** Bytes on this node's disks. */
    long liveDiskSpace(String keyspace) {
        ObjectName metric =
                bean("org.apache.cassandra.metrics:type=Keyspace,keyspace=" + keyspace + ",name=LiveDiskSpaceUsed");
        return ((Number) node.ask(beans -> beans.getAttribute(metric, "Value"))).longValue();
    }

    private Object invoke(String operation, Object... arguments) {
        return node.ask(beans -> beans.invoke(STORAGE_SERVICE, operation, arguments, strings(arguments.length)));
    }

    private Object attribute(String name) {
        return node.ask(beans -> beans.getAttribute(STORAGE_SERVICE, name));
    }

    private String text(String attribute) {
        return (String) attribute(attribute);
    }

    private static TokenRange range(List<String> tokens) {
        return new TokenRange(tokens.get(0), tokens.get(1));
    }

    private static List<String> texts(Object collection) {
        return ((Collection<?>) collection).stream().map(String::valueOf).toList();
    }

    private static Map<String, String> textByText(Object map) {
        return ((Map<?, ?>) map).entrySet().stream().collect(Collectors.toMap(entry -> (String) entry.getKey(), entry ->
                (String) entry.getValue()));
    }

    private static String[] strings(int count) {
        String[] types = new String[count];
        Arrays.fill(types, STRING);
        return types;
    }
}
