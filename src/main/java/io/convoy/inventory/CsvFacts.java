package io.convoy.inventory;

import io.convoy.inventory.Item.Entry;
import io.convoy.inventory.Item.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What several rows say of one thing: an empty cell says nothing, and two cells may not contradict each other. */
final class CsvFacts {

    private final String subject;
    private final Problems problems;
    private final Map<String, Scalar> facts = new LinkedHashMap<>();

    CsvFacts(String subject, Problems problems) {
        this.subject = subject;
        this.problems = problems;
    }

    void add(String key, Place place, String text) {
        if (text.isEmpty()) {
            return;
        }
        Scalar earlier = facts.putIfAbsent(key, new Scalar(place, text));
        if (earlier != null && !earlier.text().equals(text)) {
            problems.add(
                    place,
                    subject + " has " + key + " " + Quoted.of(earlier.text()) + " in line "
                            + earlier.place().line() + " and " + Quoted.of(text)
                            + " here: write the same in all its rows");
        }
    }

    Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        facts.forEach((key, value) -> entries.put(key, new Entry(value.place(), value)));
        return Collections.unmodifiableMap(entries);
    }
}
