package io.convoy.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How one Kafka node is configured and started. */
record KafkaCommand(LabNode.Description node, NodeDirectory directory, ServerSoftware software) {

    /** Writes the node's configuration and its argument file: the class path would make the command line too long. */
    ServerCommand sharing(List<String> sharing) {
        StoredFile.replace(serverProperties(), KafkaProperties.render(node, directory));
        StoredFile.replace(javaArguments(), arguments(sharing));
        List<String> words = new ArrayList<>();
        words.add("@" + javaArguments());
        words.add(KafkaStarter.class.getName());
        words.add(Path.of(KafkaProperties.logDirectory(directory))
                .resolve("meta.properties")
                .toString());
        words.add(serverProperties().toString());
        words.addAll(formatting());
        return new ServerCommand(List.of(software.java().toString()), words, Map.of("MALLOC_ARENA_MAX", "2"));
    }

    private Path serverProperties() {
        return directory.configuration().resolve("server.properties");
    }

    private Path javaArguments() {
        return directory.configuration().resolve("java.args");
    }

    /** What the storage tool is told, once, about the node's place in the quorum. */
    private List<String> formatting() {
        KafkaSettings settings = new KafkaSettings(node.settings());
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
        arguments.addAll(small());
        node.settings().forEach((key, value) -> {
            if (key.startsWith("-D")) {
                arguments.add(key + "=" + value);
            }
        });
        arguments.add("-cp");
        arguments.add(software.jars().classPath());
        return ArgumentFile.of(arguments);
    }

    private List<String> small() {
        return List.of(
                "-Xms32m",
                "-Xmx224m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + directory.logs().resolve("hs_err_%p.log"),
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.io.tmpdir=" + directory.data(),
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS");
    }
}
