package io.convoy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings an inventory file, or a running cluster, into the inventory. */
@Command(
        name = "import",
        description = "Import an inventory file (YAML, JSON or CSV), all of it or nothing; or read a running cluster.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    Origin origin;

    @Option(names = "--format", description = "yaml, json or csv, where the file's ending does not tell.")
    @Nullable
    String format;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    boolean dryRun;

    @Spec
    CommandSpec spec;

    /** A file, or a cluster that runs. */
    static final class Origin {

        @Parameters(paramLabel = "FILE", description = "The inventory file; its ending tells the format.")
        @Nullable
        Path file;

        @ArgGroup(exclusive = false)
        @Nullable
        Running running;
    }

    /** A cluster that the server can reach. */
    static final class Running {

        @Option(
                names = "--discover",
                required = true,
                paramLabel = "ADDRESS",
                description = "One node of a running cluster, as in cassandra://10.2.0.1:9042; the server reads it.")
        String address;

        @Option(
                names = "--credentials",
                paramLabel = "REFERENCE",
                description = "Where the server finds user:password: env:NAME or file:PATH.")
        @Nullable
        String credentials;

        @Option(
                names = "--write",
                paramLabel = "FILE",
                description =
                        "Only write what was read to FILE, to be completed (where it runs, its target) and imported.")
        @Nullable
        Path write;
    }

    @Override
    public Integer call() throws IOException {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        if (origin.running != null) {
            discover(convoy, origin.running);
        } else if (origin.file != null) {
            store(convoy, formatOf(origin.file), content(origin.file));
        }
        return 0;
    }

    private static byte[] content(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("There is no readable file " + file);
        }
        return Files.readAllBytes(file);
    }

    private void discover(ConvoyClient convoy, Running running) throws IOException {
        if (running.write != null && Files.exists(running.write)) {
            throw new IllegalStateException(running.write + " is there already: name another file with --write");
        }
        Map<String, String> request = new HashMap<>(Map.of("address", running.address));
        if (running.credentials != null) {
            request.put("credentials", running.credentials);
        }
        String yaml = convoy.postFor("/inventory/discoveries", request, "application/yaml");
        if (running.write == null) {
            store(convoy, "yaml", yaml.getBytes(UTF_8));
            return;
        }
        Files.writeString(running.write, yaml, StandardOpenOption.CREATE_NEW);
        spec.commandLine().getOut().println("Written: " + running.write);
    }

    private void store(ConvoyClient convoy, String ofFormat, byte[] content) {
        String path = "/inventory/imports?format=" + ofFormat + "&dryRun=" + dryRun;
        report(spec.commandLine().getOut(), convoy.postBytes(path, content));
    }

    private String formatOf(Path file) {
        if (format != null) {
            return format;
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Map.of("yml", "yaml").getOrDefault(ending, ending);
    }

    private static void report(PrintWriter out, JsonNode result) {
        String verb = result.path("dryRun").asBoolean() ? "would be " : "";
        out.printf(
                "%d clusters %sadded, %d %schanged, %d %sremoved, %d unchanged%n",
                result.path("added").size(),
                verb,
                result.path("changed").size(),
                verb,
                result.path("removed").size(),
                verb,
                result.path("unchanged").asInt());
        out.flush();
    }
}
