package io.convoy.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An assignment as text: one partition a line, {@code topic partition broker,broker}. */
final class SettledText {

    private SettledText() {}

    static String of(Assignment assignment) {
        return assignment.replicas().entrySet().stream().map(SettledText::line).collect(Collectors.joining("\n"));
    }

    private static String line(Map.Entry<PartitionId, List<BrokerId>> entry) {
        String brokers = entry.getValue().stream().map(BrokerId::toString).collect(Collectors.joining(","));
        return entry.getKey().topic() + " " + entry.getKey().partition() + " " + brokers;
    }

    static Assignment parse(String text) {
        Map<PartitionId, List<BrokerId>> replicas = new TreeMap<>();
        text.lines()
                .map(line -> line.split(" ", -1))
                .forEach(parts ->
                        replicas.put(new PartitionId(parts[0], Integer.parseInt(parts[1])), brokers(parts[2])));
        return new Assignment(replicas);
    }

    private static List<BrokerId> brokers(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(Integer::valueOf)
                .map(BrokerId::new)
                .toList();
    }
}
