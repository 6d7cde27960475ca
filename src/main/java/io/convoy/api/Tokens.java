package io.convoy.api;

import io.convoy.base.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens that are accepted; kept and compared as hashes, so that neither memory nor time gives one away. */
final class Tokens {

    private static final int SHORTEST = 16;

    private final Map<Actor, byte[]> hashes;

    private Tokens(Map<Actor, byte[]> hashes) {
        this.hashes = hashes;
    }

    static Tokens read(Path file) {
        try {
            return of(Files.readAllLines(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The tokens file " + file + " cannot be read", e);
        }
    }

    static Tokens of(List<String> lines, String source) {
        Map<Actor, byte[]> hashes = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(hashes, line, source + ", line " + (i + 1));
            }
        }
        if (hashes.isEmpty()) {
            throw new IllegalArgumentException(source + " holds no token: write a name:token on each line");
        }
        return new Tokens(hashes);
    }

    /** Its messages never repeat the line, which holds the token. */
    private static void add(Map<Actor, byte[]> hashes, String line, String place) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon);
        String token = line.substring(colon + 1);
        if (!ActorNames.isValid(name) || token.length() < SHORTEST) {
            throw new IllegalArgumentException(place + ": write name:token, the name of " + ActorNames.FORM
                    + ", the token of at least " + SHORTEST + " characters");
        }
        if (hashes.put(new Actor(name), hash(token)) != null) {
            throw new IllegalArgumentException(place + ": the name " + name + " was given before");
        }
    }

    /** Whose token it is. Looks at every token, however early one fits. */
    Optional<Actor> holderOf(String token) {
        byte[] hash = hash(token);
        Optional<Actor> holder = Optional.empty();
        for (Map.Entry<Actor, byte[]> known : hashes.entrySet()) {
            if (MessageDigest.isEqual(known.getValue(), hash)) {
                holder = Optional.of(known.getKey());
            }
        }
        return holder;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
