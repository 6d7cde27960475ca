package io.convoy.lab;

import java.util.List;

/**
 * The Maven coordinates of a server, whose runtime dependencies make its class path.
 *
 * @param companions coordinates of further libraries that a distribution of the server would hold
 */
public record ServerArtifact(String group, String name, String version, List<String> companions) {

    public ServerArtifact {
        companions = List.copyOf(companions);
    }

    public static ServerArtifact cassandra(String version) {
        return new ServerArtifact("org.apache.cassandra", "cassandra-all", version, List.of());
    }

    /** Kafka names no binding for its logging facade. */
    public static ServerArtifact kafka(String version) {
        return new ServerArtifact("org.apache.kafka", "kafka_2.13", version, List.of("org.slf4j:slf4j-simple:1.7.36"));
    }

    /** Kafka's command line tools, those that still are in the server's own jar too. */
    public static ServerArtifact kafkaTools(String version) {
        return new ServerArtifact(
                "org.apache.kafka",
                "kafka-tools",
                version,
                List.of("org.apache.kafka:kafka_2.13:" + version, "org.slf4j:slf4j-simple:1.7.36"));
    }

    /** MirrorMaker is a part of Kafka Connect. */
    public static ServerArtifact mirrorMaker(String version) {
        return new ServerArtifact(
                "org.apache.kafka",
                "connect-mirror",
                version,
                List.of("org.apache.kafka:connect-runtime:" + version, "org.slf4j:slf4j-simple:1.7.36"));
    }

    String fileName() {
        return name + "-" + version;
    }

    @Override
    public String toString() {
        return group + ":" + name + ":" + version;
    }
}
