package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where the fleet, or one cluster, stands. */
@Command(
        name = "status",
        description = "Show every cluster with its run, or one cluster's nodes.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    static final List<Column> CLUSTERS = List.of(
            Column.at("cluster", "/name"),
            Column.at("kind", "/kind"),
            Column.at("nodes", "/nodes"),
            Column.at("state", "/state"),
            Column.at("wave", "/wave"),
            Column.at("tier", "/tier").onlyWide(),
            Column.at("owner", "/owner/team").onlyWide());

    static final List<Column> NODES = List.of(
            Column.at("node", "/name"),
            Column.at("address", "/address"),
            Column.at("datacenter", "/datacenter"),
            Column.at("rack", "/rack"),
            Column.at("lifecycle", "/lifecycle"),
            Column.by("operation", node -> operation(node.path("operation"))),
            Column.by(
                    "available",
                    node -> node.path("fullyAvailable").asBoolean()
                            ? "yes"
                            : "no: " + node.path("reason").asText()),
            Column.at("since", "/since").onlyWide());

    @Parameters(paramLabel = "CLUSTER", arity = "0..1", defaultValue = "")
    String cluster;

    @Mixin
    Output output;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        if (cluster.isEmpty()) {
            output.list(out, Pages.all(convoy, "/clusters"), CLUSTERS);
            if (forPeople()) {
                say(out, HookWords.ofSubscribers(Pages.all(convoy, "/subscribers")));
            }
            return 0;
        }
        JsonNode status = convoy.get("/clusters/" + cluster + "/status");
        output.list(out, status.path("nodes"), NODES);
        if (forPeople()) {
            say(out, Stream.concat(Stream.of(schemaChanges(status)), HookWords.ofCluster(convoy, cluster)));
        }
        return 0;
    }

    private boolean forPeople() {
        return output.form == Output.Form.TABLE || output.form == Output.Form.WIDE;
    }

    private static void say(PrintWriter out, Stream<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    private static String schemaChanges(JsonNode status) {
        JsonNode changes = status.path("schemaChanges");
        return String.format(
                "Schema changes: %s (as of %s)",
                changes.path("allowed").asBoolean()
                        ? "allowed"
                        : "not allowed: " + changes.path("reason").asText(),
                status.path("asOf").asText());
    }

    private static String operation(JsonNode operation) {
        if (operation.isNull() || operation.isMissingNode()) {
            return "";
        }
        JsonNode progress = operation.path("progress");
        return operation.path("kind").asText()
                + (progress.isNumber() ? String.format(" %.0f %%", progress.asDouble() * 100) : "");
    }
}
