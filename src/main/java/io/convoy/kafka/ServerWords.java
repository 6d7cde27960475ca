package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a ZooKeeper server by words of four letters; {@code srvr} is answered by every one, {@code conf}, {@code cons} and
 * {@code mntr} where they are allowed.
 */
final class ServerWords {

    private static final int LIMIT_MILLIS = 3_000;

    /** A line without a session is of who asks such words. */
    private static final Pattern SESSION = Pattern.compile("(?m)^ /(\\S+):\\d+\\[\\d+]\\(.*sid=0x");

    private ServerWords() {}

    static ServerState state(Endpoint server) {
        try {
            return ServerState.parse(server, ask(server, "srvr"));
        } catch (IOException e) {
            return ServerState.silent(server);
        }
    }

    /** Who belongs to its ensemble, as it runs by; empty where it does not answer that. */
    static EnsembleConfig membership(Endpoint server) {
        try {
            return EnsembleConfig.parse(ask(server, "conf"));
        } catch (IOException e) {
            return EnsembleConfig.parse("");
        }
    }

    /** Its own counters, for example {@code zk_synced_observers}; empty where it does not answer that. */
    static Map<String, String> counters(Endpoint server) {
        try {
            return ServerState.values(ask(server, "mntr"), "\t");
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** Its number; empty where it does not answer that. */
    static OptionalInt number(Endpoint server) {
        try {
            return Optional.ofNullable(
                            ServerState.values(ask(server, "conf"), "=").get("serverId"))
                    .map(Integer::valueOf)
                    .map(OptionalInt::of)
                    .orElseGet(OptionalInt::empty);
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** The addresses of clients with a session that is connected to it; none where it does not answer that. */
    static SortedSet<String> clients(Endpoint server) {
        try {
            return SESSION.matcher(ask(server, "cons"))
                    .results()
                    .map(session -> session.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            return new TreeSet<>();
        }
    }

    private static String ask(Endpoint server, String word) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
