package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings an inventory file into the inventory. */
@Command(
        name = "import",
        description = "Import an inventory file (YAML, JSON or CSV), all of it or nothing.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The inventory file; its ending tells the format.")
    Path file;

    @Option(names = "--format", description = "yaml, json or csv, where the ending does not tell.")
    @Nullable
    String format;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    boolean dryRun;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        report(spec.commandLine().getOut(), convoy.postBytes(path(formatOf(file)), Files.readAllBytes(file)));
        return 0;
    }

    private String path(String ofFormat) {
        return "/inventory/imports?format=" + ofFormat + "&dryRun=" + dryRun;
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
