package io.convoy.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The {@code cassandra.yaml} of a small node: what the lab needs, overridden by what the node's settings say. */
final class CassandraYaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/+-]*|\\{.*}|\\[.*]");

    private CassandraYaml() {}

    static String render(LabNode.Description node, NodeDirectory directory) {
        Map<String, String> keys = new LinkedHashMap<>(small());
        keys.putAll(placed(node, directory));
        Map<String, String> settings = new TreeMap<>(node.settings());
        String seeds = settings.getOrDefault("seeds", node.address());
        settings.keySet().removeIf(key -> key.equals("seeds") || key.startsWith("-D"));
        settings.forEach((key, value) -> keys.put(key, scalar(value)));
        return keys.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining("", "", seedProvider(seeds)));
    }

    private static Map<String, String> small() {
        Map<String, String> keys = new LinkedHashMap<>();
        // Random tokens: two nodes that allocate at once, from an empty ring, both choose the same ones, and one loses
        // them.
        keys.put("num_tokens", "4");
        keys.put("partitioner", "org.apache.cassandra.dht.Murmur3Partitioner");
        keys.put("endpoint_snitch", "GossipingPropertyFileSnitch");
        keys.put("auto_bootstrap", "false");
        keys.put("authenticator", "PasswordAuthenticator");
        keys.put("authorizer", "CassandraAuthorizer");
        keys.put("commitlog_sync", "periodic");
        keys.put("commitlog_sync_period", "10000ms");
        keys.put("commitlog_segment_size", "4MiB");
        keys.put("commitlog_total_space", "64MiB");
        keys.put("memtable_heap_space", "64MiB");
        keys.put("memtable_offheap_space", "64MiB");
        keys.put("file_cache_size", "32MiB");
        keys.put("networking_cache_size", "32MiB");
        keys.put("key_cache_size", "4MiB");
        keys.put("read_request_timeout", "10000ms");
        keys.put("write_request_timeout", "5000ms");
        // So that a LOCAL_ONE read pinned to a coordinator reads that node's own copy; otherwise a gap stays hidden.
        keys.put("dynamic_snitch", "false");
        return keys;
    }

    private static Map<String, String> placed(LabNode.Description node, NodeDirectory directory) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("cluster_name", scalar(node.cluster()));
        keys.put("listen_address", node.address());
        keys.put("rpc_address", node.address());
        keys.put("native_transport_port", Integer.toString(LabNode.NATIVE_PORT));
        keys.put("storage_port", Integer.toString(LabNode.STORAGE_PORT));
        keys.put(
                "data_file_directories",
                "[" + quoted(directory.data().resolve("data").toString()) + "]");
        keys.put(
                "commitlog_directory",
                quoted(directory.data().resolve("commitlog").toString()));
        keys.put("hints_directory", quoted(directory.data().resolve("hints").toString()));
        keys.put(
                "saved_caches_directory",
                quoted(directory.data().resolve("saved_caches").toString()));
        keys.put("cdc_raw_directory", quoted(directory.data().resolve("cdc_raw").toString()));
        return keys;
    }

    private static String seedProvider(String seeds) {
        return """
                seed_provider:
                  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                    parameters:
                      - seeds: %s
                """.formatted(quoted(seeds));
    }

    /** Numbers, words and flow collections as they are; anything else in quotes. */
    private static String scalar(String value) {
        return PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
