package io.convoy.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to start a server of one version.
 *
 * @param classArchive makes a start about twice as fast, and can be shared in memory; absent where none could be made
 */
public record ServerSoftware(ServerJars jars, Path java, Optional<Path> classArchive) {

    /** Fetches the jars and makes the class archive, where this has not been done before; takes up to a minute then. */
    static ServerSoftware prepare(ServerKind kind, LabHome home, String version) {
        ServerJars jars =
                new ServerLibrary(home).jars(kind.artifact(version)).after(LauncherJar.in(home, kind.launcher()));
        ServerSoftware plain = new ServerSoftware(jars, ServerJava.find(), Optional.empty());
        return new ServerSoftware(jars, plain.java(), new ClassArchive(home, kind).of(plain));
    }

    /** The option by which a JVM uses the class archive. */
    List<String> sharing() {
        return classArchive.stream()
                .map(archive -> "-XX:SharedArchiveFile=" + archive)
                .toList();
    }

    /** The option by which a JVM archives the classes that it has loaded when it ends. */
    static List<String> archivingInto(Path archive) {
        return List.of("-XX:ArchiveClassesAtExit=" + archive);
    }
}
