package io.convoy.lab;

import io.convoy.provision.NodeOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one ZooKeeper server is configured and started; its settings are keys of {@code zoo.cfg}. */
record ZooKeeperCommand(LabNode.Description node, NodeDirectory directory, ServerSoftware software) {

    private static final int HEAP_MEBIBYTES = 48;

    ServerCommand start() {
        forgetReconfigurations();
        StoredFile.replace(configuration(), zooCfg());
        StoredFile.replace(directory.data().resolve("myid"), number());
        List<String> arguments = new ArrayList<>(SmallJava.options(directory, HEAP_MEBIBYTES));
        arguments.add("-cp");
        arguments.add(software.jars().classPath());
        Path javaArguments = directory.configuration().resolve("java.args");
        StoredFile.replace(javaArguments, ArgumentFile.of(arguments));
        return new ServerCommand(
                List.of(software.java().toString()),
                List.of(
                        "@" + javaArguments,
                        ZooKeeperStarter.class.getName(),
                        configuration().toString()),
                SmallJava.ENVIRONMENT);
    }

    private Path configuration() {
        return directory.configuration().resolve("zoo.cfg");
    }

    private String number() {
        return Optional.ofNullable(node.settings().get(NodeOrder.NUMBER))
                .orElseThrow(() -> new LabException("A ZooKeeper server's settings lack " + NodeOrder.NUMBER));
    }

    private String zooCfg() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("tickTime", "2000");
        lines.put("initLimit", "10");
        lines.put("syncLimit", "5");
        lines.put("standaloneEnabled", "false");
        lines.put("admin.enableServer", "false");
        lines.put("4lw.commands.whitelist", "*");
        lines.put("dataDir", directory.data().toString());
        lines.putAll(node.settings());
        lines.remove(NodeOrder.NUMBER);
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }

    /** A server prefers what it has written down of its ensemble to what its order says. */
    private void forgetReconfigurations() {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory.configuration(), "zoo.cfg.*")) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
