package io.convoy.kafka;

import io.convoy.execution.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long nothing was written to a cluster, by samples that a step remembers from look to look.
 *
 * @param written by topic, the sum of its end offsets
 * @param since when they were seen like this for the first time
 * @param now the time of this look
 * @param grown topics that have grown since the look before
 */
record Stillness(Map<String, Long> written, Instant since, Instant now, List<String> grown) {

    private static final String WRITTEN = "written";
    private static final String SINCE = "since";

    static Stillness of(ReadingView view, StepContext context) {
        Map<String, Long> written = view.written();
        String before = context.memory().get(WRITTEN);
        if (before == null) {
            return new Stillness(written, context.now(), context.now(), List.of());
        }
        Map<String, Long> earlier = parse(before);
        List<String> grown = written.entrySet().stream()
                .filter(topic -> !topic.getValue().equals(earlier.getOrDefault(topic.getKey(), 0L)))
                .map(Map.Entry::getKey)
                .toList();
        Instant since = grown.isEmpty()
                ? Instant.parse(Objects.requireNonNull(context.memory().get(SINCE)))
                : context.now();
        return new Stillness(written, since, context.now(), grown);
    }

    Duration length() {
        return Duration.between(since, now);
    }

    /** For the next look. */
    Map<String, String> memory() {
        return Map.of(
                SINCE,
                since.toString(),
                WRITTEN,
                written.entrySet().stream()
                        .map(topic -> topic.getKey() + " " + topic.getValue())
                        .collect(Collectors.joining("\n")));
    }

    private static Map<String, Long> parse(String text) {
        Map<String, Long> written = new TreeMap<>();
        text.lines().map(line -> line.split(" ", -1)).forEach(words -> written.put(words[0], Long.valueOf(words[1])));
        return written;
    }
}
