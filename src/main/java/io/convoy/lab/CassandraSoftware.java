package io.convoy.lab;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What it takes to start a Cassandra of one version.
 *
 * @param classArchive makes a start about twice as fast, and can be shared in memory; absent where none could be made
 */
public record CassandraSoftware(ServerJars jars, Path java, Optional<Path> classArchive) {

    /** Fetches the jars and makes the class archive, where this has not been done before; takes up to a minute then. */
    public static CassandraSoftware prepare(LabHome home, String version) {
        ServerJars jars =
                new ServerLibrary(home).jars(ServerArtifact.cassandra(version)).after(LauncherJar.in(home));
        CassandraSoftware plain = new CassandraSoftware(jars, ServerJava.find(), Optional.empty());
        return new CassandraSoftware(jars, plain.java(), new ClassArchive(home).of(plain));
    }
}
