package io.convoy.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may still know brokers that are to go, by looks that a step remembers. A client cannot change its bootstrap list while it
 * runs: one that is at work as it was at the first look has the list that it had then. One that was started anew is suspect
 * only if it asks the brokers that are to go for something. Pure.
 *
 * @param members that were there at the first look
 * @param producers that were there at the first look, each with its position at the last look at producers
 * @param writing those of them that have written since the look at producers before, in words
 * @param left all who were seen at this look, in words
 */
record ClientWatch(
        Set<String> members, Map<String, Long> producers, List<String> writing, Times times, List<String> left) {

    /** Brokers tell who has asked them something for as long; between looks that are further apart somebody may come and go. */
    static final Duration SEEN_FOR = Duration.ofSeconds(10);

    private static final String MEMBERS = "members";
    private static final String PRODUCERS = "producers";
    private static final String WRITING = "writing";

    /**
     * @param begun the first look
     * @param since when somebody was seen last, or could have been there unseen
     * @param looked this look
     * @param counted the last look at producers
     */
    record Times(Instant begun, Instant since, Instant looked, Instant counted) {

        private Map<String, String> memory() {
            return Map.of(
                    "begun", begun.toString(),
                    "since", since.toString(),
                    "looked", looked.toString(),
                    "counted", counted.toString());
        }

        private static Times of(Map<String, String> memory) {
            return new Times(
                    time(memory, "begun"), time(memory, "since"), time(memory, "looked"), time(memory, "counted"));
        }

        private static Instant time(Map<String, String> memory, String key) {
            return Instant.parse(Objects.requireNonNull(memory.get(key)));
        }
    }

    ClientWatch {
        members = Set.copyOf(members);
        producers = Collections.unmodifiableMap(new TreeMap<>(producers));
        writing = List.copyOf(writing);
        left = List.copyOf(left);
    }

    static ClientWatch begin(ClientLook look, Instant now) {
        return new ClientWatch(
                look.members().keySet(),
                positions(look.producers().orElse(List.of())),
                List.of(),
                new Times(now, now, now, now),
                seen(look.members().keySet(), look, List.of()));
    }

    ClientWatch next(ClientLook look, Instant now) {
        Map<String, Long> positions = new TreeMap<>(producers);
        List<String> wrote = look.producers().map(traces -> moved(traces)).orElse(writing);
        look.producers().ifPresent(traces -> {
            positions.keySet().retainAll(positions(traces).keySet());
            positions.replaceAll((identity, position) -> positions(traces).get(identity));
        });
        List<String> seen = seen(members, look, wrote);
        boolean isGap = times.looked().plus(SEEN_FOR).isBefore(now);
        Times then = new Times(
                times.begun(),
                seen.isEmpty() && !isGap && look.asking().unknown().isEmpty() ? times.since() : now,
                now,
                look.producers().isPresent() ? now : times.counted());
        return new ClientWatch(members, positions, wrote, then, seen);
    }

    private List<String> moved(List<ProducerTrace> traces) {
        return traces.stream()
                .filter(trace -> producers.containsKey(trace.identity()))
                .filter(trace -> trace.position() != Objects.requireNonNull(producers.get(trace.identity())))
                .map(trace -> trace.words() + ", which runs since before")
                .sorted()
                .toList();
    }

    private static List<String> seen(Set<String> before, ClientLook look, List<String> writing) {
        List<String> seen = new ArrayList<>();
        look.asking().clients().forEach((client, brokers) -> seen.add("client id " + client + " asks " + brokers));
        look.members().forEach((id, words) -> {
            if (before.contains(id)) {
                seen.add(words + ", which runs since before");
            }
        });
        seen.addAll(writing);
        return seen;
    }

    private static Map<String, Long> positions(List<ProducerTrace> traces) {
        return traces.stream()
                .collect(Collectors.toMap(ProducerTrace::identity, ProducerTrace::position, (one, other) -> other));
    }

    /** How long nobody has been seen. */
    Duration quiet() {
        return Duration.between(times.since(), times.looked());
    }

    /** For the next look. */
    Map<String, String> memory() {
        Map<String, String> memory = new TreeMap<>(times.memory());
        memory.put(MEMBERS, String.join("\n", members));
        memory.put(WRITING, String.join("\n", writing));
        memory.put(
                PRODUCERS,
                producers.entrySet().stream()
                        .map(producer -> producer.getKey() + " " + producer.getValue())
                        .collect(Collectors.joining("\n")));
        return memory;
    }

    static Optional<ClientWatch> of(Map<String, String> memory) {
        if (!memory.containsKey(MEMBERS)) {
            return Optional.empty();
        }
        Map<String, Long> positions = new TreeMap<>();
        lines(memory, PRODUCERS)
                .forEach(line -> positions.put(
                        line.substring(0, line.indexOf(' ')), Long.valueOf(line.substring(line.indexOf(' ') + 1))));
        return Optional.of(new ClientWatch(
                new HashSet<>(lines(memory, MEMBERS)), positions, lines(memory, WRITING), Times.of(memory), List.of()));
    }

    private static List<String> lines(Map<String, String> memory, String key) {
        return memory.getOrDefault(key, "").lines().toList();
    }
}
