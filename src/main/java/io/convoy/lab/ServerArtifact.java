package io.convoy.lab;

/** The Maven coordinates of a server, whose runtime dependencies make its class path. */
public record ServerArtifact(String group, String name, String version) {

    public static ServerArtifact cassandra(String version) {
        return new ServerArtifact("org.apache.cassandra", "cassandra-all", version);
    }

    String fileName() {
        return name + "-" + version;
    }

    @Override
    public String toString() {
        return group + ":" + name + ":" + version;
    }
}
