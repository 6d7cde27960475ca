package io.convoy.cassandra;

import io.convoy.base.SecretReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns references to secrets into the secrets, as late as possible: nothing of them is kept. */
final class Credentials {

    private final UnaryOperator<String> environment;

    /**
     * @param environment the value of an environment variable by its name, or null
     */
    Credentials(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** The secret's text; throws {@link UnreadableSecret} where there is none. */
    String secret(SecretReference reference) {
        return find(reference).orElseThrow(() -> new UnreadableSecret(reference, "it is not set"));
    }

    Login login(SecretReference reference) {
        try {
            return Login.parse(secret(reference));
        } catch (IllegalArgumentException e) {
            throw new UnreadableSecret(reference, "it does not read user:password");
        }
    }

    /** As {@link #secret}, for a secret that need not be there. */
    Optional<String> find(SecretReference reference) {
        int colon = reference.value().indexOf(':');
        String place = reference.value().substring(colon + 1);
        return switch (reference.value().substring(0, colon)) {
            case "env" -> Optional.ofNullable(environment.apply(place)).filter(text -> !text.isEmpty());
            case "file" -> read(reference, Path.of(place));
            default -> throw new UnreadableSecret(reference, "only env: and file: can be read for Cassandra");
        };
    }

    private static Optional<String> read(SecretReference reference, Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UnreadableSecret(reference, e.getClass().getSimpleName());
        }
    }

    /** A reference led to nothing that can be used. */
    static final class UnreadableSecret extends RuntimeException {
        UnreadableSecret(SecretReference reference, String why) {
            super("The secret " + reference + " cannot be used: " + why);
        }
    }
}
