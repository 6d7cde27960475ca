package io.convoy.inventory;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cluster's place among its company's others.
 *
 * @param tier a free word for waves and limits; {@value #DEFAULT_TIER} where nothing is said
 * @param labels in the order of their keys
 */
public record Standing(Environment environment, String tier, Owner owner, Map<String, String> labels) {

    public static final String DEFAULT_TIER = "standard";

    public Standing {
        Words.word(tier);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}
