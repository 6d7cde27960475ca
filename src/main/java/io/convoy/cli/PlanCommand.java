package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a change plan made for a cluster and writes it where reviewers look. */
@Command(
        name = "plan",
        description = "Make a cluster's change plan; writes DIR/FLEET/CLUSTER.yaml and .md.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    static final List<Column> STEPS = List.of(
            Column.at("step", "/id"),
            Column.at("phase", "/phase"),
            Column.at("what", "/title"),
            Column.at("expected", "/expected"),
            Column.by("undo", step -> step.path("undo").has("step") ? "yes" : "–"),
            Column.at("why", "/why").onlyWide());

    @Parameters(paramLabel = "CLUSTER")
    String cluster;

    @Option(
            names = "--directory",
            description = "Where to write the plan (default: ${DEFAULT-VALUE}).",
            defaultValue = "changeplans")
    Path directory;

    @Mixin
    Output output;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        convoy.post("/clusters/" + cluster + "/plans", Map.of());
        JsonNode plan = convoy.get("/clusters/" + cluster + "/plans/latest");
        PlanFiles.write(convoy, cluster, plan.at("/plan/fleet").asText(), directory)
                .forEach(file -> spec.commandLine().getErr().println("Written: " + file));
        output.list(out, plan.at("/plan/steps"), STEPS);
        return 0;
    }
}
