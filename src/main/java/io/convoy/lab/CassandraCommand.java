package io.convoy.lab;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line of one Cassandra node. */
final class CassandraCommand {

    private static final String MAIN_CLASS = "org.apache.cassandra.service.CassandraDaemon";

    private static final List<String> EXPORTS = List.of(
            "java.base/jdk.internal.misc",
            "java.base/jdk.internal.ref",
            "java.base/java.lang.ref",
            "java.base/sun.nio.ch",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi",
            "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.rmi/sun.rmi.transport.tcp",
            "java.sql/java.sql",
            "jdk.unsupported/sun.misc",
            "jdk.compiler/com.sun.tools.javac.file",
            "jdk.attach/sun.tools.attach");

    // What 5.0's own jvm17-server.options opens, and the rest that 4.1 needs on Java 17.
    private static final List<String> OPENS = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.lang.module",
            "java.base/java.lang.reflect",
            "java.base/java.math",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.loader",
            "java.base/jdk.internal.math",
            "java.base/jdk.internal.module",
            "java.base/jdk.internal.ref",
            "java.base/jdk.internal.reflect",
            "java.base/jdk.internal.util.jar",
            "java.base/sun.nio.ch",
            "java.management/com.sun.jmx.mbeanserver",
            "jdk.management/com.sun.management.internal",
            "jdk.compiler/com.sun.tools.javac");

    private CassandraCommand() {}

    /** Writes the node's argument file too: the class path would make the command line too long to be recognised by. */
    static ServerCommand of(
            LabNode.Description node, NodeDirectory directory, ServerSoftware software, List<String> sharing) {
        CassandraFiles files = new CassandraFiles(directory);
        StoredFile.replace(files.javaArguments(), arguments(node, files, software, sharing));
        return new ServerCommand(
                List.of(software.java().toString()),
                List.of(
                        "@" + files.javaArguments(),
                        LoopbackDaemon.class.getName(),
                        node.address(),
                        Integer.toString(LabNode.JMX_PORT),
                        MAIN_CLASS),
                Map.of("MALLOC_ARENA_MAX", "2"));
    }

    private static String arguments(
            LabNode.Description node, CassandraFiles files, ServerSoftware software, List<String> sharing) {
        List<String> arguments = new ArrayList<>(sharing);
        arguments.addAll(small(files.directory()));
        EXPORTS.forEach(name -> arguments.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENS.forEach(name -> arguments.add("--add-opens=" + name + "=ALL-UNNAMED"));
        properties(node, files).forEach(property -> arguments.add("-D" + property));
        arguments.add("-cp");
        arguments.add(software.jars().classPath());
        return ArgumentFile.of(arguments);
    }

    private static List<String> small(NodeDirectory directory) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + directory.logs().resolve("hs_err_%p.log"),
                "-Xms64m",
                "-Xmx256m");
    }

    private static List<String> properties(LabNode.Description node, CassandraFiles files) {
        NodeDirectory directory = files.directory();
        Stream<String> fixed = Stream.of(
                "java.net.preferIPv4Stack=true",
                "jdk.attach.allowAttachSelf=true",
                "io.netty.tryReflectionSetAccessible=true",
                "java.io.tmpdir=" + directory.data(),
                "cassandra.storagedir=" + directory.data(),
                "cassandra.logdir=" + directory.logs(),
                "cassandra.config=" + url(files.yaml()),
                "cassandra-rackdc.properties=" + url(files.rackdc()),
                "logback.configurationFile=" + files.logback(),
                "cassandra-foreground=yes",
                "cassandra.skip_wait_for_gossip_to_settle=0",
                "cassandra.ring_delay_ms=1000",
                // Twice the ring delay if unset. A peer that is still starting would then be forgotten after one silent
                // second, together with the version that it speaks, and get no schema change any more.
                "cassandra.gossip_quarantine_delay_ms=20000",
                "cassandra.superuser_setup_delay_ms=0",
                "cassandra.consistent.rangemovement=false",
                "cassandra.shutdown_announce_in_ms=100",
                "cassandra.batchlog.replay_timeout_in_ms=1000");
        Stream<String> given = node.settings().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("-D"))
                .map(entry -> entry.getKey().substring(2) + "=" + entry.getValue());
        return Stream.concat(fixed, given).toList();
    }

    private static URI url(Path file) {
        // file:/… is not enough for Cassandra's loader of rackdc properties; it wants file:///…
        return URI.create("file://" + file.toUri().getRawPath());
    }
}
