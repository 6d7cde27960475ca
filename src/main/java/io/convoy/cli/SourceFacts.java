package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what two plans say of the cluster as it is. */
final class SourceFacts {

    private SourceFacts() {}

    /** The facts that a plan depends on and that are not the same in both; how much data there is may differ. */
    static List<String> changed(JsonNode before, JsonNode after) {
        Map<String, String> then = facts(before);
        Map<String, String> now = facts(after);
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        List<String> changed = new ArrayList<>();
        for (String name : names) {
            String was = then.getOrDefault(name, "nothing");
            String is = now.getOrDefault(name, "nothing");
            if (!was.equals(is)) {
                changed.add(name + " was " + was + ", is " + is);
            }
        }
        return changed;
    }

    private static Map<String, String> facts(JsonNode plan) {
        Map<String, String> facts = new TreeMap<>();
        for (JsonNode fact : plan.at("/plan/facts")) {
            if (!"INFORMATIVE".equals(fact.path("weight").asText())) {
                facts.put(fact.path("name").asText(), fact.path("value").asText());
            }
        }
        return facts;
    }
}
