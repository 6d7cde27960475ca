package io.convoy.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a fleet as a file that reads back as the same fleet. */
public final class InventoryExport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private InventoryExport() {}

    public static String yaml(Fleet fleet) {
        return YamlText.of(tree(fleet));
    }

    public static String json(Fleet fleet) {
        try {
            return JSON.writeValueAsString(tree(fleet)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts, numbers, lists and maps can be written as JSON", e);
        }
    }

    private static Map<String, Object> tree(Fleet fleet) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "convoy/v1");
        tree.put("kind", "Inventory");
        tree.put("fleet", fleet.name());
        tree.put("clusters", fleet.clusters().stream().map(ClusterTree::of).toList());
        return tree;
    }
}
