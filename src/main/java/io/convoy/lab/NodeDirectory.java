package io.convoy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Everything that one node of a lab has on disk. */
record NodeDirectory(Path path) {

    private static final int TAIL_LINES = 12;

    NodeDirectory {
        path = path.toAbsolutePath().normalize();
    }

    String label() {
        int parts = path.getNameCount();
        return path.subpath(Math.max(0, parts - 2), parts).toString();
    }

    Path configuration() {
        return path.resolve("conf");
    }

    Path data() {
        return path.resolve("data");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path output() {
        return logs().resolve("output.log");
    }

    /** What the node is: a {@link LabNode.Description}. */
    Path description() {
        return path.resolve("node.json");
    }

    /** How it was last launched: a {@link Launch}. */
    Path launch() {
        return path.resolve("process.json");
    }

    /** Into which the process of a launch writes its own id. */
    Path processIdOf(Launch launch) {
        return path.resolve("launches").resolve(launch.id() + ".pid");
    }

    boolean exists() {
        return Files.exists(description());
    }

    void create() {
        try {
            for (Path directory : List.of(configuration(), data(), logs(), path.resolve("launches"))) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make " + path, e);
        }
    }

    void delete() {
        StoredFile.deleteTree(path);
    }

    /** The last lines that the server said, for a person who asks why it does not run. */
    String lastWords() {
        return Stream.of(logs().resolve("system.log"), output())
                .map(NodeDirectory::tail)
                .filter(tail -> !tail.isBlank())
                .findFirst()
                .orElse("It said nothing");
    }

    private static String tail(Path log) {
        List<String> lines =
                StoredFile.read(log).map(text -> text.lines().toList()).orElse(List.of());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
