package io.convoy.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How one MirrorMaker is configured and started. */
record MirrorMakerCommand(LabNode.Description node, NodeDirectory directory, ServerSoftware software) {

    private static final int HEAP_MEBIBYTES = 256;

    ServerCommand start() {
        Path properties = directory.configuration().resolve("mm2.properties");
        Path arguments = directory.configuration().resolve("java.args");
        StoredFile.replace(properties, properties());
        StoredFile.replace(arguments, arguments());
        return new ServerCommand(
                List.of(software.java().toString()),
                List.of("@" + arguments, MirrorMakerStarter.class.getName(), properties.toString()),
                SmallJava.ENVIRONMENT);
    }

    private String properties() {
        return node.settings().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }

    private String arguments() {
        List<String> arguments = new ArrayList<>(SmallJava.options(directory, HEAP_MEBIBYTES));
        arguments.add("-cp");
        arguments.add(software.jars().classPath());
        return ArgumentFile.of(arguments);
    }
}
