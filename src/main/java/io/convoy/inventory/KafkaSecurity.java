package io.convoy.inventory;

import io.convoy.base.SecretReference;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a client of a Kafka cluster proves who it is, and whether what is said is encrypted.
 *
 * @param mechanism by which it logs in; present for protocols that log in
 * @param trustStore with the certificates that brokers are believed by; Java's own where it is absent
 * @param keyStore with the client's own certificate, where brokers ask for one
 */
public record KafkaSecurity(
        Protocol protocol, Optional<Mechanism> mechanism, Optional<Store> trustStore, Optional<Store> keyStore) {

    /** Of a cluster of which nobody has said anything. */
    public static final KafkaSecurity NONE =
            new KafkaSecurity(Protocol.PLAINTEXT, Optional.empty(), Optional.empty(), Optional.empty());

    public KafkaSecurity {
        if (protocol.logsIn() != mechanism.isPresent()) {
            throw new IllegalArgumentException(protocol + " comes with a SASL mechanism if and only if it logs in");
        }
    }

    /** As Kafka's {@code security.protocol} spells them. */
    public enum Protocol {
        PLAINTEXT,
        SSL,
        SASL_PLAINTEXT,
        SASL_SSL;

        public boolean logsIn() {
            return this == SASL_PLAINTEXT || this == SASL_SSL;
        }

        public boolean encrypts() {
            return this == SSL || this == SASL_SSL;
        }

        static Protocol parse(String text) {
            return Arrays.stream(values())
                    .filter(protocol -> protocol.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            Quoted.of(text) + " is not a security protocol: write one of " + words(values())));
        }
    }

    /** Those that need a user and a password. */
    public enum Mechanism {
        PLAIN,
        SCRAM_SHA_256,
        SCRAM_SHA_512;

        static Mechanism parse(String text) {
            return Arrays.stream(values())
                    .filter(mechanism -> mechanism.toString().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(Quoted.of(text)
                            + " is not a SASL mechanism that Convoy knows: write one of " + words(values())));
        }

        /** As Kafka's {@code sasl.mechanism} spells it. */
        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    /**
     * A file with keys or certificates.
     *
     * @param file PEM where its name ends so, else PKCS12 or JKS
     * @param password that opens it, where it has one
     */
    public record Store(SecretReference file, Optional<SecretReference> password) {

        private static final String FILE = "file:";

        public Store {
            if (!file.value().startsWith(FILE)) {
                throw new IllegalArgumentException("A store is a file: write file:/path");
            }
        }

        public String path() {
            return file.value().substring(FILE.length());
        }
    }

    private static String words(Object[] values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "));
    }
}
