package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        description = "Import an inventory file (YAML, JSON or CSV), all of it or nothing.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    /** Where the inventory comes from. */
    static final class Source {

        @Parameters(paramLabel = "FILE", description = "The inventory file; its ending tells the format.")
        @Nullable
        Path file;

        @Option(
                names = "--discover",
                paramLabel = "cassandra://HOST:PORT",
                description = "Read a running cluster instead; prints it in the inventory's form and imports that.")
        @Nullable
        String discover;
    }

    @ArgGroup(multiplicity = "1")
    Source source = new Source();

    @Option(names = "--format", description = "yaml, json or csv, where the ending does not tell.")
    @Nullable
    String format;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    boolean dryRun;

    @Option(
            names = "--credentials",
            paramLabel = "REFERENCE",
            description = "With --discover: where the server finds user:password, as env:NAME or file:/path.")
    @Nullable
    String credentials;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        if (source.discover != null) {
            String form = convoy.postFor("application/yaml", "/inventory/discoveries", discovery(source.discover));
            out.print(form);
            report(out, convoy.postBytes(path("yaml"), form.getBytes(StandardCharsets.UTF_8)));
            return 0;
        }
        Path file = java.util.Objects.requireNonNull(source.file);
        report(out, convoy.postBytes(path(formatOf(file)), Files.readAllBytes(file)));
        return 0;
    }

    private String path(String ofFormat) {
        return "/inventory/imports?format=" + ofFormat + "&dryRun=" + dryRun;
    }

    private Map<String, String> discovery(String url) {
        return credentials == null ? Map.of("source", url) : Map.of("source", url, "credentials", credentials);
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
