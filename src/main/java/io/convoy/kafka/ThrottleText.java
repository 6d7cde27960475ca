package io.convoy.kafka;

import io.convoy.base.RunId;
import io.convoy.kafka.ThrottleSetting.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a throttle has set as text, one setting a line: {@code TOPIC orders KEY 0:1,1:2} with its own entries,
 * {@code BROKER 1 KEY 5000000} with the rate that was there before, or {@code BROKER 1 KEY} where there was none.
 */
final class ThrottleText {

    private ThrottleText() {}

    static String of(Throttle throttle) {
        List<String> lines = new ArrayList<>();
        throttle.entries().forEach((list, own) -> lines.add(words(list) + " " + String.join(",", own)));
        throttle.before()
                .forEach((rate, value) ->
                        lines.add(words(rate) + value.map(" "::concat).orElse("")));
        return String.join("\n", lines);
    }

    private static String words(ThrottleSetting setting) {
        return setting.scope() + " " + setting.name() + " " + setting.key();
    }

    static Throttle parse(RunId run, long rate, String text) {
        Map<ThrottleSetting, List<String>> entries = new TreeMap<>();
        Map<ThrottleSetting, Optional<String>> before = new TreeMap<>();
        for (String line : text.lines().toList()) {
            List<String> words = List.of(line.split(" ", -1));
            ThrottleSetting setting = new ThrottleSetting(Scope.valueOf(words.get(0)), words.get(1), words.get(2));
            Optional<String> value = words.size() > 3 ? Optional.of(words.get(3)) : Optional.empty();
            if (setting.isOfTopic()) {
                entries.put(setting, List.of(value.orElseThrow().split(",", -1)));
            } else {
                before.put(setting, value);
            }
        }
        return new Throttle(run, rate, entries, before);
    }
}
