package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.lab.LabHome;
import io.convoy.lab.ServerArtifact;
import io.convoy.lab.ServerLibrary;
import java.io.BufferedReader;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Convoy's reassignment planner side by side with {@code kafka-reassign-partitions --generate}, in a JVM of its own: what Kafka's
 * tools run on stays off our class path. Asserts no time; see {@code docs/benchmarks.md} for the command.
 */
class PlanningBenchmark {

    private static final ServerArtifact TOOLS =
            new ServerArtifact("org.apache.kafka", "kafka-tools", "4.3.1", List.of("org.slf4j:slf4j-simple:1.7.36"));

    @Test
    void planSideBySide() throws Exception {
        String classPath = Stream.concat(
                        Stream.of(place(ReassignmentPlanner.class), place(PlanningSideBySide.class)),
                        new ServerLibrary(LabHome.standard()).jars(TOOLS).jars().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Process planners = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        classPath,
                        PlanningSideBySide.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = planners.inputReader()) {
            lines.lines().forEach(System.out::println);
        }

        assertThat(planners.waitFor()).isZero();
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
