package io.convoy.inventory;

import io.convoy.base.SecretReference;
import io.convoy.inventory.KafkaSecurity.Mechanism;
import io.convoy.inventory.KafkaSecurity.Protocol;
import io.convoy.inventory.KafkaSecurity.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how clients of a Kafka cluster log in and encrypt, from the keys of its {@code access}. */
final class KafkaSecurityBinder {

    private static final String PROTOCOL = "securityProtocol";
    private static final String MECHANISM = "saslMechanism";
    private static final String PASSWORD = "Password";
    private static final List<String> STORE_KEYS =
            List.of("trustStore", "trustStorePassword", "keyStore", "keyStorePassword");

    static final List<String> KEYS =
            Stream.concat(Stream.of(PROTOCOL, MECHANISM), STORE_KEYS.stream()).toList();

    private final Problems problems;

    KafkaSecurityBinder(Problems problems) {
        this.problems = problems;
    }

    /** Empty where nobody has said anything, and where something is wrong with it. */
    Optional<KafkaSecurity> bind(Fields access) {
        return KEYS.stream().noneMatch(access::has)
                ? Optional.empty()
                : protocol(access).flatMap(it -> of(it, access));
    }

    private static Optional<Protocol> protocol(Fields access) {
        return access.has(PROTOCOL)
                ? access.optional(PROTOCOL, Protocol::parse)
                : Optional.of(KafkaSecurity.NONE.protocol());
    }

    private Optional<KafkaSecurity> of(Protocol protocol, Fields access) {
        Optional<Mechanism> mechanism = mechanism(protocol, access);
        if (!protocol.encrypts()) {
            STORE_KEYS.forEach(key -> misplaced(key, access, "SSL and SASL_SSL"));
        }
        Optional<Store> trustStore = store("trustStore", access);
        Optional<Store> keyStore = store("keyStore", access);
        return access.sound()
                ? Optional.of(new KafkaSecurity(protocol, mechanism, trustStore, keyStore))
                : Optional.empty();
    }

    private Optional<Mechanism> mechanism(Protocol protocol, Fields access) {
        if (!protocol.logsIn()) {
            misplaced(MECHANISM, access, "SASL_PLAINTEXT and SASL_SSL");
            return Optional.empty();
        }
        if (!access.has("credentials")) {
            problems.add(access.place(), "'credentials' is missing: whoever logs in by SASL has a user and a password");
        }
        return access.required(MECHANISM, Mechanism::parse);
    }

    private void misplaced(String key, Fields access, String protocols) {
        access.item(key)
                .ifPresent(item -> problems.add(
                        item.place(),
                        "'" + key + "' is for " + PROTOCOL + " " + protocols + ": remove it, or correct the protocol"));
    }

    private Optional<Store> store(String key, Fields access) {
        Optional<SecretReference> password = access.optional(key + PASSWORD, SecretReference::new);
        if (!access.has(key)) {
            access.item(key + PASSWORD)
                    .ifPresent(item -> problems.add(
                            item.place(), "'" + key + PASSWORD + "' opens a '" + key + "', and none is named"));
        }
        return access.optional(key, text -> new Store(new SecretReference(text), password));
    }
}
