package io.convoy.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where {@code inventory/fleet-2023.yaml} comes from: a fleet in the shape of the largest one known to have been moved, with
 * names of its own. The same text on every run; {@link #main} writes it.
 */
public final class Fleet2023 {

    static final Path FILE = Path.of("inventory", "fleet-2023.yaml");

    private static final String HEADING = """
            # A fleet in the shape of one that was moved in 2023: 58 Cassandra clusters with 1,079 nodes of 17 sizes and
            # 154 Kafka clusters with 1,050 nodes of 21 sizes, in six regions of two providers. Names are invented.
            # Written by src/test/java/io/convoy/inventory/Fleet2023.java: change it there.
            """;

    private Fleet2023() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, yaml());
    }

    static String yaml() {
        return yaml("fleet-2023", 1);
    }

    /** The fleet as many times over, for measurements: clusters of each copy after the first end in its number. */
    public static String yaml(String fleet, int copies) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "convoy/v1");
        tree.put("kind", "Inventory");
        tree.put("fleet", fleet);
        tree.put("defaults", defaults());
        List<Object> clusters = new ArrayList<>();
        for (int copy = 1; copy <= copies; copy++) {
            String suffix = copy == 1 ? "" : "-" + copy;
            clusters.addAll(CassandraClusters2023.clusters(suffix));
            clusters.addAll(KafkaClusters2023.clusters(suffix));
        }
        tree.put("clusters", clusters);
        return HEADING + YamlText.of(tree);
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("environment", "production");
        defaults.put("tier", "silver");
        defaults.put("version", Map.of("cassandra", "4.1.10"));
        defaults.put("labels", Map.of("program", "move-2023"));
        return defaults;
    }
}
