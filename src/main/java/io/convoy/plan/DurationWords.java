package io.convoy.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A duration as people say it, in its two largest units: {@code 2 d 3 h}, {@code 5 min}, {@code 20 s}. */
final class DurationWords {

    private DurationWords() {}

    static String of(Duration duration) {
        List<String> words = new ArrayList<>();
        add(words, duration.toDaysPart(), "d");
        add(words, duration.toHoursPart(), "h");
        add(words, duration.toMinutesPart(), "min");
        add(words, duration.toSecondsPart(), "s");
        return words.isEmpty() ? "0 s" : String.join(" ", words.subList(0, Math.min(2, words.size())));
    }

    private static void add(List<String> words, long amount, String unit) {
        if (amount > 0) {
            words.add(amount + " " + unit);
        }
    }
}
