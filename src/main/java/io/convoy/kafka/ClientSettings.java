package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.inventory.KafkaSecurity;
import io.convoy.inventory.KafkaSecurity.Mechanism;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/** What a Kafka client needs to be let in. Secrets are read each time anew and kept by nobody but the client. */
final class ClientSettings {

    private static final String MODULES = "org.apache.kafka.common.security.";

    private final Map<String, String> environment;

    /** @param environment where {@code env:} references are looked up */
    ClientSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * In the keys of Kafka's clients.
     *
     * @throws NotLetInException where a secret is not to be had, or a store cannot be opened
     */
    Map<String, Object> of(KafkaWay way) {
        KafkaSecurity security = way.security();
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, way.bootstrap());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, KafkaLinks.CLIENT_ID);
        settings.put(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                security.protocol().name());
        security.mechanism().ifPresent(mechanism -> {
            settings.put(SaslConfigs.SASL_MECHANISM, mechanism.toString());
            settings.put(SaslConfigs.SASL_JAAS_CONFIG, login(way, mechanism));
        });
        StoreFiles stores = new StoreFiles(way, (key, reference) -> secret(way, key, reference));
        security.trustStore().ifPresent(store -> {
            StoreFiles.Opened trust = stores.open("trustStore", store);
            settings.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, store.path());
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, trust.type());
            trust.password().ifPresent(password -> settings.put(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, password));
        });
        security.keyStore().ifPresent(store -> {
            StoreFiles.Opened keys = stores.open("keyStore", store);
            settings.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, store.path());
            settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, keys.type());
            keys.password().ifPresent(password -> settings.putAll(keyPasswords(keys, password)));
        });
        return settings;
    }

    /** A PEM file as a whole has none; the key in it may. */
    private static Map<String, Object> keyPasswords(StoreFiles.Opened keys, String password) {
        return keys.isPem()
                ? Map.of(SslConfigs.SSL_KEY_PASSWORD_CONFIG, password)
                : Map.of(
                        SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
                        password,
                        SslConfigs.SSL_KEY_PASSWORD_CONFIG,
                        password);
    }

    private String login(KafkaWay way, Mechanism mechanism) {
        SecretReference reference = way.credentials().orElseThrow(() -> notGiven(way));
        String login = secret(way, "credentials", reference);
        int colon = login.indexOf(':');
        if (colon < 1) {
            throw new NotLetInException(
                    way.named("credentials", Optional.of(reference)) + " does not read user:password");
        }
        return jaas(mechanism, quoted(login.substring(0, colon)), quoted(login.substring(colon + 1)));
    }

    private static NotLetInException notGiven(KafkaWay way) {
        return new NotLetInException(
                way.place() + ".securityProtocol logs in, and " + way.place() + ".credentials names nobody");
    }

    /** The login as Kafka's {@code sasl.jaas.config} has it. */
    static String jaas(Mechanism mechanism, String user, String password) {
        String module = mechanism == Mechanism.PLAIN ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        return MODULES + module + " required username=\"" + user + "\" password=\"" + password + "\";";
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String secret(KafkaWay way, String key, SecretReference reference) {
        try {
            return reference.read(environment);
        } catch (IllegalStateException e) {
            throw new NotLetInException(way.named(key, Optional.of(reference)) + " cannot be used: " + e.getMessage());
        }
    }
}
