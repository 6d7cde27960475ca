package io.convoy.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How one Kafka node is configured and started. */
record KafkaCommand(LabNode.Description node, NodeDirectory directory, ServerSoftware software) {

    private static final int HEAP_MEBIBYTES = 224;

    /** Writes the node's configuration and its argument file: the class path would make the command line too long. */
    ServerCommand sharing(List<String> sharing) {
        StoredFile.replace(serverProperties(), KafkaProperties.render(node, directory));
        StoredFile.replace(javaArguments(), arguments(sharing));
        List<String> words = new ArrayList<>();
        words.add("@" + javaArguments());
        words.add(KafkaStarter.class.getName());
        words.add(formatted().toString());
        words.add(serverProperties().toString());
        words.addAll(formatting());
        return new ServerCommand(List.of(software.java().toString()), words, SmallJava.ENVIRONMENT);
    }

    private Path serverProperties() {
        return directory.configuration().resolve("server.properties");
    }

    /** The file that is there once nothing has to be formatted; with ZooKeeper, a broker does that by itself. */
    private Path formatted() {
        return new KafkaSettings(node.settings()).isOnZooKeeper()
                ? serverProperties()
                : Path.of(KafkaProperties.logDirectory(directory)).resolve("meta.properties");
    }

    private Path javaArguments() {
        return directory.configuration().resolve("java.args");
    }

    /** What the storage tool is told, once, about the node's place in the quorum. */
    private List<String> formatting() {
        KafkaSettings settings = new KafkaSettings(node.settings());
        if (settings.isOnZooKeeper()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("--cluster-id", settings.clusterId()));
        if (settings.find(KafkaSettings.INITIAL_CONTROLLERS).isPresent()) {
            words.add("--initial-controllers");
            words.add(settings.find(KafkaSettings.INITIAL_CONTROLLERS).get());
        } else if (settings.find(KafkaSettings.VOTERS).isEmpty() && settings.isController()) {
            words.add("--no-initial-controllers");
        }
        return words;
    }

    private String arguments(List<String> sharing) {
        List<String> arguments = new ArrayList<>(sharing);
        arguments.addAll(SmallJava.options(directory, HEAP_MEBIBYTES));
        node.settings().forEach((key, value) -> {
            if (key.startsWith("-D")) {
                arguments.add(key + "=" + value);
            }
        });
        new KafkaSettings(node.settings())
                .find(KafkaSettings.JMX_PORT)
                .ifPresent(port -> arguments.add("-Dconvoy.jmx=" + node.address() + ":" + port));
        arguments.add("-cp");
        arguments.add(software.jars().classPath());
        return ArgumentFile.of(arguments);
    }
}
