package io.convoy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A look at a Kafka cluster by the command line tools of its own release, which know nothing of Convoy. */
public final class KafkaTools {

    private static final Pattern REPLICAS = Pattern.compile("Replicas: ([\\d,]+)");

    private final ServerJars jars;
    private final String bootstrapServers;

    private KafkaTools(ServerJars jars, String bootstrapServers) {
        this.jars = jars;
        this.bootstrapServers = bootstrapServers;
    }

    public static KafkaTools of(String version, String bootstrapServers) {
        return new KafkaTools(
                new ServerLibrary(LabHome.standard()).jars(ServerArtifact.kafkaTools(version)), bootstrapServers);
    }

    /** What speaks against the cluster being at home on these brokers and on no others, and at rest. */
    public List<String> objections(List<Integer> home) {
        List<String> objections = new ArrayList<>();
        String topics = topics();
        Set<Integer> strangers = numbers(REPLICAS, topics);
        strangers.removeAll(home);
        if (!strangers.isEmpty()) {
            objections.add("topics --describe shows replicas on brokers " + strangers);
        }
        if (!reassignments().contains("No partition reassignments found.")) {
            objections.add("reassign-partitions --list shows some");
        }
        if (topics.contains("throttled") || throttles().contains("throttled")) {
            objections.add("configs --describe shows a throttle");
        }
        return objections;
    }

    public String topics() {
        return run("org.apache.kafka.tools.TopicCommand", "--describe");
    }

    public String reassignments() {
        return run("org.apache.kafka.tools.reassign.ReassignPartitionsCommand", "--list");
    }

    public String throttles() {
        return run("kafka.admin.ConfigCommand", "--describe", "--entity-type", "brokers");
    }

    /** The voters of a cluster with controllers of its own, as the tool prints them. */
    public String quorum() {
        return run("org.apache.kafka.tools.MetadataQuorumCommand", "describe", "--replication")
                .lines()
                .filter(line -> line.contains("Leader") || line.contains("Follower"))
                .map(line -> line.split("\\s+", 2)[0])
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Set<Integer> numbers(Pattern pattern, String text) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Arrays.stream(matcher.group(1).split(",")).map(Integer::valueOf).forEach(numbers::add);
        }
        return numbers;
    }

    private String run(String tool, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(ServerJava.find().toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        words.addAll(List.of("-cp", jars.classPath(), tool, "--bootstrap-server", bootstrapServers));
        words.addAll(Arrays.asList(arguments));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new LabException(tool + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }
}
