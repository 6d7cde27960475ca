package io.convoy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds a Java that the lab's servers run on, which Convoy's own may be too new for. */
final class ServerJava {

    private static final int FIT = 17;

    private ServerJava() {}

    /** The {@code java} to start servers with: the environment's {@code CONVOY_LAB_JAVA_HOME}, else our own, else an installed one. */
    static Path find() {
        String named = System.getenv("CONVOY_LAB_JAVA_HOME");
        if (named != null && !named.isBlank()) {
            return executable(Path.of(named));
        }
        if (Runtime.version().feature() == FIT) {
            return executable(Path.of(System.getProperty("java.home")));
        }
        return installed().stream()
                .map(ServerJava::executable)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new LabException("The lab's servers need Java 17 and Convoy runs on Java "
                        + Runtime.version().feature() + ": set CONVOY_LAB_JAVA_HOME to the home of a Java 17"));
    }

    private static Path executable(Path home) {
        return home.resolve("bin").resolve("java");
    }

    private static List<Path> installed() {
        Path usual = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(usual)) {
            return List.of();
        }
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(usual, "*17*")) {
            List<Path> found = new ArrayList<>();
            homes.forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
