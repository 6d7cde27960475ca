package io.convoy.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes that brokers of a lab get from each other, by the kernel's counters of their sockets, as {@code ss} tells them. It looks
 * many times a second: what a socket got between the last look and its end is missed.
 */
final class BrokerTraffic implements AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 50;

    /** A connection that a process has opened to a broker: its own port, the broker's address, the process. */
    private static final Pattern CONNECTION = Pattern.compile(
            "\\S+\\s+\\d+\\s+\\d+\\s+\\S+:(\\d+)\\s+(\\S+):909[23]\\s+users:\\(\\(\"[^\"]*\",pid=(\\d+),.*");

    private static final Pattern SENT = Pattern.compile("\\bbytes_acked:(\\d+)");
    private static final Pattern RECEIVED = Pattern.compile("\\bbytes_received:(\\d+)");

    /** Addresses of brokers by their process ids. */
    private final Map<Long, String> brokers;

    private final Map<String, Way> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

    private BrokerTraffic(Map<Long, String> brokers) {
        this.brokers = Map.copyOf(brokers);
    }

    /** One connection: from the broker that has opened it to the other. */
    private record Way(String opener, String other, long sent, long received) {}

    /** Bytes that went from one address to another. */
    record Pair(String from, String to) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair another) {
            return (from + ">" + to).compareTo(another.from + ">" + another.to);
        }
    }

    static BrokerTraffic between(Map<Long, String> brokers) {
        BrokerTraffic traffic = new BrokerTraffic(brokers);
        traffic.look();
        var unused = traffic.looks.scheduleWithFixedDelay(
                traffic::look, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        return traffic;
    }

    /** Since all connections that were seen were opened. */
    synchronized Map<Pair, Long> bytes() {
        look();
        Map<Pair, Long> bytes = new TreeMap<>();
        connections.values().forEach(way -> {
            bytes.merge(new Pair(way.opener(), way.other()), way.sent(), Long::sum);
            bytes.merge(new Pair(way.other(), way.opener()), way.received(), Long::sum);
        });
        return bytes;
    }

    static long sum(Map<Pair, Long> bytes, BiPredicate<String, String> fromTo) {
        return bytes.entrySet().stream()
                .filter(entry ->
                        fromTo.test(entry.getKey().from(), entry.getKey().to()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private synchronized void look() {
        try {
            Process sockets = new ProcessBuilder(List.of("ss", "-tniOHp", "( dport = :9092 or dport = :9093 )"))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader lines = sockets.inputReader()) {
                lines.lines().forEach(this::note);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ss of iproute2 is needed to count bytes", e);
        }
    }

    private void note(String line) {
        Matcher connection = CONNECTION.matcher(line);
        if (!connection.matches()) {
            return;
        }
        String opener = brokers.get(Long.valueOf(connection.group(3)));
        String other = connection.group(2);
        if (opener != null && brokers.containsValue(other)) {
            connections.put(
                    connection.group(1) + " " + opener + " " + other,
                    new Way(opener, other, number(SENT, line), number(RECEIVED, line)));
        }
    }

    private static long number(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
