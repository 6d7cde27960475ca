package io.convoy.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.convoy.base.Refusal;
import io.convoy.program.Program;
import io.convoy.program.ProgramForm;
import java.util.List;

/** A program with one thing changed, as in {@code limits.clusters=12} or {@code waves.0.clusterSoak=P1D} or {@code freezes=[]}. */
public final class WhatIf {

    private static final YAMLMapper YAML = new YAMLMapper();

    private WhatIf() {}

    /** Throws a refusal where the change is not understood, or makes something that is not a program. */
    public static Program changed(Program program, String change) {
        int sign = change.indexOf('=');
        if (sign < 1) {
            throw Refusal.invalid(
                    "'" + change + "' is not a change: write limits.clusters=12 or freezes=[]", List.of());
        }
        String[] path = change.substring(0, sign).strip().split("\\.");
        try {
            JsonNode tree = YAML.readTree(ProgramForm.json(program));
            put(tree, path, YAML.readTree(change.substring(sign + 1)), change);
            return ProgramForm.read(tree.toString());
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("'" + change + "' has no readable value: " + e.getOriginalMessage(), List.of());
        }
    }

    private static void put(JsonNode tree, String[] path, JsonNode value, String change) {
        JsonNode at = tree;
        for (int step = 0; step < path.length - 1; step++) {
            at = child(at, path[step], change);
        }
        String last = path[path.length - 1];
        if (at instanceof ArrayNode list) {
            child(at, last, change);
            list.set(Integer.parseInt(last), value);
        } else if (at instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw unknown(change, last);
        }
    }

    /** What is not written yet is made, except in a list. */
    private static JsonNode child(JsonNode at, String name, String change) {
        if (at instanceof ArrayNode list) {
            if (!name.matches("\\d{1,4}") || Integer.parseInt(name) >= list.size()) {
                throw unknown(change, name);
            }
            return list.get(Integer.parseInt(name));
        }
        return at instanceof ObjectNode object && !object.has(name) ? object.putObject(name) : at.path(name);
    }

    private static Refusal unknown(String change, String name) {
        return Refusal.invalid("'" + change + "': there is no '" + name + "' at that place of the program", List.of());
    }
}
