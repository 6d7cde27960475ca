package io.convoy.lab;

import java.nio.file.Path;

/** The configuration files of one Cassandra node, written anew before each start. */
record CassandraFiles(NodeDirectory directory) {

    Path yaml() {
        return directory.configuration().resolve("cassandra.yaml");
    }

    Path rackdc() {
        return directory.configuration().resolve("cassandra-rackdc.properties");
    }

    Path logback() {
        return directory.configuration().resolve("logback.xml");
    }

    Path javaArguments() {
        return directory.configuration().resolve("java.args");
    }

    void write(LabNode.Description node) {
        StoredFile.replace(yaml(), CassandraYaml.render(node, directory));
        StoredFile.replace(rackdc(), "dc=%s\nrack=%s\n".formatted(node.datacenter(), node.rack()));
        StoredFile.replace(logback(), LOGBACK.formatted(directory.logs().resolve("system.log")));
    }

    private static final String LOGBACK = """
            <configuration>
              <appender name="FILE" class="ch.qos.logback.core.FileAppender">
                <file>%s</file>
                <encoder><pattern>%%-5level [%%thread] %%date{ISO8601} %%F:%%L - %%msg%%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="FILE"/></root>
              <logger name="com.thinkaurelius.thrift" level="ERROR"/>
            </configuration>
            """;
}
