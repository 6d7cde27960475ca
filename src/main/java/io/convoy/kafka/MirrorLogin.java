package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.inventory.KafkaSecurity;
import io.convoy.inventory.KafkaSecurity.Store;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a MirrorMaker is let into a cluster: in its properties stand variables, which it resolves itself where it runs, so that no
 * secret is in a plan, in the database, or on its way to whoever provides it. Pure.
 */
record MirrorLogin(KafkaWay way) {

    private static final String PROVIDERS = "org.apache.kafka.common.config.provider.";

    /** A variable of Kafka's configuration providers, and where its value has to stand on the machine. */
    private record Variable(String text, String source) {

        /**
         * @param ending what is added to the reference's name; a user and a password are read one by one, and stand together
         *     only where Convoy reads them
         */
        static Variable of(SecretReference reference, String ending) {
            String place = reference.value().substring(reference.value().indexOf(':') + 1);
            if (reference.value().startsWith("env:")) {
                String name = place + ending.toUpperCase(java.util.Locale.ROOT);
                return new Variable("${env:" + name + "}", "the environment variable " + name);
            }
            int slash = place.lastIndexOf('/');
            String file = place + ending.replace('_', '.');
            return new Variable(
                    "${directory:" + file.substring(0, Math.max(slash, 1)) + ":" + file.substring(slash + 1) + "}",
                    "the file " + file);
        }
    }

    /** In the keys of MirrorMaker's properties; nothing for a cluster that lets everybody in. */
    Map<String, String> properties(String cluster) {
        Map<String, String> properties = new TreeMap<>();
        KafkaSecurity security = way.security();
        if (security.equals(KafkaSecurity.NONE)) {
            return properties;
        }
        properties.put("security.protocol", security.protocol().name());
        security.mechanism().ifPresent(mechanism -> {
            properties.put("sasl.mechanism", mechanism.toString());
            properties.put("sasl.jaas.config", ClientSettings.jaas(mechanism, login("_user"), login("_password")));
        });
        security.trustStore().ifPresent(store -> putStore(properties, "ssl.truststore", store));
        security.keyStore().ifPresent(store -> {
            putStore(properties, "ssl.keystore", store);
            password(store).ifPresent(variable -> properties.put("ssl.key.password", variable.text()));
        });
        Map<String, String> prefixed = new TreeMap<>();
        properties.forEach((key, value) -> prefixed.put(cluster + "." + key, value));
        return prefixed;
    }

    private String login(String ending) {
        return way.credentials()
                .map(reference -> Variable.of(reference, ending).text())
                .orElse("");
    }

    private static void putStore(Map<String, String> properties, String prefix, Store store) {
        properties.put(prefix + ".location", store.path());
        if (StoreFiles.isPem(store)) {
            properties.put(prefix + ".type", StoreFiles.PEM);
        } else {
            password(store).ifPresent(variable -> properties.put(prefix + ".password", variable.text()));
        }
    }

    private static Optional<Variable> password(Store store) {
        return store.password().map(reference -> Variable.of(reference, ""));
    }

    /** What resolves the variables of both clusters; nothing where there are none. */
    static Map<String, String> providers(Map<String, String> properties) {
        Map<String, String> providers = new TreeMap<>();
        if (properties.values().stream().anyMatch(value -> value.contains("${env:"))) {
            providers.put("config.providers.env.class", PROVIDERS + "EnvVarConfigProvider");
        }
        if (properties.values().stream().anyMatch(value -> value.contains("${directory:"))) {
            providers.put("config.providers.directory.class", PROVIDERS + "DirectoryConfigProvider");
        }
        if (!providers.isEmpty()) {
            providers.put(
                    "config.providers",
                    String.join(
                            ",",
                            providers.keySet().stream()
                                    .map(key -> key.replaceAll("^config\\.providers\\.|\\.class$", ""))
                                    .toList()));
        }
        return providers;
    }

    /** What has to be on MirrorMaker's machine, in the words of a message. */
    TreeSet<String> needed() {
        TreeSet<String> needed = new TreeSet<>();
        way.security().mechanism().flatMap(mechanism -> way.credentials()).ifPresent(reference -> Stream.of(
                        "_user", "_password")
                .forEach(ending -> needed.add(Variable.of(reference, ending).source())));
        Stream.of(way.security().trustStore(), way.security().keyStore())
                .flatMap(Optional::stream)
                .forEach(store -> {
                    needed.add("the file " + store.path());
                    password(store).ifPresent(variable -> needed.add(variable.source()));
                });
        return needed;
    }
}
