package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one ZooKeeper server says of itself.
 *
 * @param version for example {@code 3.8.4}; empty while it serves nobody
 */
record ServerState(Endpoint endpoint, Condition condition, Optional<String> version) {

    /** What a server does. */
    enum Condition {
        /** It does not answer. */
        SILENT,
        /** It answers and serves nobody: it has no leader yet, or not any more. */
        LOOKING,
        OBSERVER,
        FOLLOWER,
        LEADER,
        /** Alone, by a configuration that names no servers: nobody can join it. */
        STANDALONE
    }

    static ServerState silent(Endpoint endpoint) {
        return new ServerState(endpoint, Condition.SILENT, Optional.empty());
    }

    /** @param srvr its answer to that word */
    static ServerState parse(Endpoint endpoint, String srvr) {
        Map<String, String> lines = values(srvr, ": ");
        return new ServerState(
                endpoint,
                Optional.ofNullable(lines.get("Mode"))
                        .map(ServerState::condition)
                        .orElse(Condition.LOOKING),
                Optional.ofNullable(lines.get("Zookeeper version")).map(text -> text.split("-", 2)[0]));
    }

    private static Condition condition(String mode) {
        return switch (mode) {
            case "leader" -> Condition.LEADER;
            case "follower" -> Condition.FOLLOWER;
            case "observer" -> Condition.OBSERVER;
            default -> Condition.STANDALONE;
        };
    }

    /** Lines of a key and a value each; others are left out. */
    static Map<String, String> values(String answer, String between) {
        return Arrays.stream(answer.split("\\R"))
                .map(line -> line.split(between, 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip(), (one, other) -> one));
    }

    boolean is(Condition wished) {
        return condition == wished;
    }

    boolean votes() {
        return is(Condition.LEADER) || is(Condition.FOLLOWER);
    }
}
