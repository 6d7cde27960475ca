package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.inventory.KafkaSecurity.Store;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.function.BiFunction;

/** Opens stores before a Kafka client does, which would only say that it could not be made. */
final class StoreFiles {

    static final String PEM = "PEM";

    private final KafkaWay way;
    private final BiFunction<String, SecretReference, String> secrets;

    /** @param secrets by the key under which the inventory names them */
    StoreFiles(KafkaWay way, BiFunction<String, SecretReference, String> secrets) {
        this.way = way;
        this.secrets = secrets;
    }

    /** A store that can be used; {@code type} as Kafka names it. */
    record Opened(String type, Optional<String> password) {

        boolean isPem() {
            return type.equals(PEM);
        }

        @Override
        public String toString() {
            return type;
        }
    }

    Opened open(String key, Store store) {
        Optional<String> password = store.password().map(reference -> secrets.apply(key + "Password", reference));
        if (!Files.isReadable(Path.of(store.path()))) {
            throw refused(key, store, "it is not there, or not for Convoy to read");
        }
        return isPem(store)
                ? new Opened(PEM, password)
                : new Opened(opened(key, store, password).getType(), password);
    }

    static boolean isPem(Store store) {
        return store.path().endsWith(".pem");
    }

    private KeyStore opened(String key, Store store, Optional<String> password) {
        try {
            KeyStore opened = KeyStore.getInstance(
                    new File(store.path()), password.map(String::toCharArray).orElse(null));
            if (opened.size() == 0) {
                throw refused(key, store, "nothing in it can be read");
            }
            return opened;
        } catch (IOException | GeneralSecurityException e) {
            throw refused(key, store, String.valueOf(e.getMessage()));
        }
    }

    private NotLetInException refused(String key, Store store, String why) {
        return new NotLetInException(way.named(key, Optional.of(store.file())) + ", with "
                + way.named(key + "Password", store.password()) + ", cannot be used: " + why);
    }
}
