package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.inventory.Access;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaSecurity;
import io.convoy.inventory.KafkaSecurity.Mechanism;
import io.convoy.inventory.KafkaSecurity.Protocol;
import io.convoy.inventory.KafkaSecurity.Store;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * Listeners of one lab's broker that ask who is there, beside the lab's own that asks nobody, and the secrets that open them.
 * Certificates are made by the JDK's keytool.
 */
final class SecuredListeners {

    static final String PASSWORD = "open-sesame-97";
    static final Path FOLDER = Path.of("target", "lab-secrets").toAbsolutePath();
    static final SecretReference LOGIN = reference("ledger");

    private static final String USER = "convoy-user";
    private static final String STORE_PASSWORD = "store-password-31";
    private static final String MODULES = "org.apache.kafka.common.security.";
    private static final int SCRAM_PORT = 9094;
    private static final int PLAIN_PORT = 9095;
    private static final int MUTUAL_PORT = 9096;

    private final String address;

    SecuredListeners(String address) {
        this.address = address;
    }

    /** In the keys of {@code server.properties}. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put(
                "listeners",
                "PLAINTEXT://%1$s:9092,CONTROLLER://%1$s:9093,SCRAM://%1$s:%2$d,PLAIN://%1$s:%3$d,MUTUAL://%1$s:%4$d"
                        .formatted(address, SCRAM_PORT, PLAIN_PORT, MUTUAL_PORT));
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SCRAM:SASL_SSL,PLAIN:SASL_PLAINTEXT,MUTUAL:SSL");
        settings.put("listener.name.scram.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.scram.scram-sha-512.sasl.jaas.config", MODULES + "scram.ScramLoginModule required;");
        settings.put("listener.name.plain.sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.plain.plain.sasl.jaas.config",
                MODULES + "plain.PlainLoginModule required user_" + USER + "=\"" + PASSWORD + "\";");
        settings.put("listener.name.mutual.ssl.client.auth", "required");
        settings.put("ssl.keystore.location", path("broker.p12"));
        settings.put("ssl.keystore.password", STORE_PASSWORD);
        settings.put("ssl.key.password", STORE_PASSWORD);
        settings.put("ssl.truststore.location", path("clients.p12"));
        settings.put("ssl.truststore.password", STORE_PASSWORD);
        return settings;
    }

    /** Makes what the settings name; before the broker starts. */
    void makeSecrets() {
        try {
            Files.createDirectories(FOLDER);
            makeKeys("broker.p12", "trust.p12");
            makeKeys("client.p12", "clients.p12");
            write("ledger", USER + ":" + PASSWORD);
            write("ledger.user", USER);
            write("ledger.password", PASSWORD);
            write("store", STORE_PASSWORD);
        } catch (Exception e) {
            throw new AssertionError("No secrets for the lab", e);
        }
    }

    /** Has the running broker know the user, in whose place SCRAM keeps a hash. */
    static void addUser(Admin admin) throws Exception {
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
                .all()
                .get();
    }

    static void write(String file, String text) throws Exception {
        Files.writeString(FOLDER.resolve(file), text);
    }

    static SecretReference reference(String file) {
        return new SecretReference("file:" + path(file));
    }

    Access scram(SecretReference login) {
        return access(SCRAM_PORT, Optional.of(login), Protocol.SASL_SSL, Mechanism.SCRAM_SHA_512, "trust.p12");
    }

    Access scramTrusting(String store) {
        return access(SCRAM_PORT, Optional.of(LOGIN), Protocol.SASL_SSL, Mechanism.SCRAM_SHA_512, store);
    }

    Access plain(SecretReference login, Mechanism mechanism) {
        return new Access(
                List.of(new Endpoint(address, PLAIN_PORT)),
                Optional.of(login),
                Optional.empty(),
                Optional.of(new KafkaSecurity(
                        Protocol.SASL_PLAINTEXT, Optional.of(mechanism), Optional.empty(), Optional.empty())));
    }

    Access mutual(Optional<Store> keys) {
        return new Access(
                List.of(new Endpoint(address, MUTUAL_PORT)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new KafkaSecurity(
                        Protocol.SSL, Optional.empty(), Optional.of(store("trust.p12", "store")), keys)));
    }

    private Access access(
            int port, Optional<SecretReference> login, Protocol protocol, Mechanism mechanism, String trustStore) {
        return new Access(
                List.of(new Endpoint(address, port)),
                login,
                Optional.empty(),
                Optional.of(new KafkaSecurity(
                        protocol, Optional.of(mechanism), Optional.of(store(trustStore, "store")), Optional.empty())));
    }

    static Store store(String file, String password) {
        return new Store(reference(file), Optional.of(reference(password)));
    }

    private static String path(String file) {
        return FOLDER.resolve(file).toString();
    }

    /** A key for this address in one store, and its certificate in another. */
    private void makeKeys(String keys, String certificates) throws Exception {
        Files.deleteIfExists(FOLDER.resolve(keys));
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "lab",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=lab",
                        "-ext",
                        "san=ip:" + address,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        path(keys))
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new AssertionError("keytool made no " + keys);
        }
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream stream = new FileInputStream(path(keys))) {
            own.load(stream, STORE_PASSWORD.toCharArray());
        }
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("lab", own.getCertificate("lab"));
        try (OutputStream stream = new FileOutputStream(path(certificates))) {
            believed.store(stream, STORE_PASSWORD.toCharArray());
        }
    }
}
