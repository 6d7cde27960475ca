package io.convoy.cassandra;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the comparison of one table has come.
 *
 * @param after the last token that was compared
 * @param partitions how many were compared
 * @param ended whether the whole ring has been gone through
 * @param suspects partitions that differed when last looked at, with how often that was so in a row
 */
record ComparedTable(long after, long partitions, boolean ended, Map<PartitionKey, Integer> suspects) {

    static final ComparedTable NOT_BEGUN = new ComparedTable(Long.MIN_VALUE, 0, false, Map.of());

    ComparedTable {
        suspects = Collections.unmodifiableMap(new TreeMap<>(suspects));
    }

    boolean isEqual() {
        return ended && suspects.isEmpty();
    }

    /** How often the most persistent difference has been seen. */
    int rounds() {
        return suspects.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    String text() {
        StringBuilder text = new StringBuilder(after + "|" + partitions + "|" + ended);
        suspects.forEach(
                (key, rounds) -> text.append('|').append(key).append('*').append(rounds));
        return text.toString();
    }

    static ComparedTable parse(String text) {
        String[] words = text.split("\\|", -1);
        Map<PartitionKey, Integer> suspects = new TreeMap<>();
        for (int i = 3; i < words.length; i++) {
            int star = words[i].lastIndexOf('*');
            suspects.put(
                    PartitionKey.parse(words[i].substring(0, star)), Integer.valueOf(words[i].substring(star + 1)));
        }
        return new ComparedTable(
                Long.parseLong(words[0]), Long.parseLong(words[1]), Boolean.parseBoolean(words[2]), suspects);
    }
}
