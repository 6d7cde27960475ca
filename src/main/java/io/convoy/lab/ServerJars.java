package io.convoy.lab;

import io.convoy.base.Digest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that one server runs on, in the order of its class path. */
public record ServerJars(ServerArtifact artifact, List<Path> jars) {

    public ServerJars {
        jars = List.copyOf(jars);
    }

    public String classPath() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The same with one more jar before them. */
    ServerJars after(Path first) {
        return new ServerJars(
                artifact, Stream.concat(Stream.of(first), jars.stream()).toList());
    }

    boolean allPresent() {
        return !jars.isEmpty() && jars.stream().allMatch(Files::isRegularFile);
    }

    /** Changes whenever a jar's place, length or age does: the JVM refuses a class archive made from other jars. */
    Digest fingerprint() {
        return Digest.of(
                jars.stream().map(ServerJars::describe).collect(Collectors.joining("\n", artifact + "\n", "")));
    }

    private static String describe(Path jar) {
        try {
            return jar + " " + Files.size(jar) + " "
                    + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
