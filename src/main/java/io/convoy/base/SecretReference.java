package io.convoy.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a secret is to be found, never the secret: {@code env:NAME}, {@code file:/path} or {@code kubernetes:namespace/name}. */
public record SecretReference(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:.+|kubernetes:[^/]+/.+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SecretReference {
        if (!isValid(value)) {
            // The text may be the secret itself: never repeat it.
            throw new IllegalArgumentException("This is not a reference to a secret: write env:NAME, file:/path or"
                    + " kubernetes:namespace/name, never the secret itself");
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The secret itself, without white space at its ends.
     *
     * @param environment where {@code env:} references are looked up
     * @throws IllegalStateException where it is not to be had; the message names the reference only
     */
    public String read(Map<String, String> environment) {
        if (value.startsWith("env:")) {
            String secret = environment.get(value.substring(4));
            if (secret == null) {
                throw new IllegalStateException("The environment of Convoy's server has no " + value.substring(4));
            }
            return secret.strip();
        }
        if (value.startsWith("file:")) {
            return readFile(Path.of(value.substring(5)));
        }
        throw new IllegalStateException(value + " cannot be read by this server; use env: or file:");
    }

    private String readFile(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(value + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
