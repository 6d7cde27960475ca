package io.convoy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.convoy.base.Digest;

/**
 * The written form of a change plan: YAML, or JSON of the same tree.
 *
 * <p>The YAML is canonical: equal plans have equal bytes, on every machine and at every time, and {@link #digest} is taken
 * over them. Reading a text back gives the plan that was written.
 */
public final class PlanForm {

    private static final String API_VERSION = "convoy/v1";
    private static final String KIND = "ChangePlan";

    private PlanForm() {}

    public static String yaml(ChangePlan plan) {
        return written(PlanMapper.YAML, plan);
    }

    public static String json(ChangePlan plan) {
        return written(PlanMapper.JSON, plan) + "\n";
    }

    /** Throws {@link IllegalArgumentException} where the text is no change plan. */
    public static ChangePlan fromYaml(String text) {
        return read(PlanMapper.YAML, text);
    }

    /** Throws {@link IllegalArgumentException} where the text is no change plan. */
    public static ChangePlan fromJson(String text) {
        return read(PlanMapper.JSON, text);
    }

    /** What an approval names. */
    public static Digest digest(ChangePlan plan) {
        return Digest.of(yaml(plan));
    }

    /** One part of a plan as a tree, for comparing field by field. */
    static JsonNode tree(Object part) {
        return PlanMapper.JSON.valueToTree(part);
    }

    private static String written(ObjectMapper mapper, ChangePlan plan) {
        ObjectNode document =
                mapper.createObjectNode().put("apiVersion", API_VERSION).put("kind", KIND);
        document.setAll(mapper.<ObjectNode>valueToTree(plan));
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change plan is made of plain values only", e);
        }
    }

    private static ChangePlan read(ObjectMapper mapper, String text) {
        try {
            JsonNode document = mapper.readTree(text);
            if (!(document instanceof ObjectNode plan)) {
                throw new IllegalArgumentException("This is not a change plan: " + KIND + " documents are mappings");
            }
            take(plan, "apiVersion", API_VERSION);
            take(plan, "kind", KIND);
            return mapper.treeToValue(plan, ChangePlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not a change plan: " + e.getOriginalMessage(), e);
        }
    }

    private static void take(ObjectNode document, String key, String expected) {
        JsonNode value = document.remove(key);
        if (value == null || !value.asText().equals(expected)) {
            throw new IllegalArgumentException(
                    "This is not a change plan: it has '" + key + ": " + expected + "' at its head");
        }
    }
}
