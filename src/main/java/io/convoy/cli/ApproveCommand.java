package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Approves a plan by its digest. */
@Command(
        name = "approve",
        description = "Approve a cluster's latest change plan by its digest.",
        mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLUSTER")
    String cluster;

    @Option(
            names = "--digest",
            description = "The digest that you reviewed; without it the latest plan's is shown and used.")
    @Nullable
    String digest;

    @Option(names = "--comment", description = "Why.", defaultValue = "")
    String comment;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        String latest = "/clusters/" + cluster + "/plans/latest";
        String approved =
                digest != null ? digest : convoy.get(latest).path("digest").asText();
        JsonNode answer = convoy.put(latest + "/approval", Map.of("digest", approved, "comment", comment));
        spec.commandLine()
                .getOut()
                .printf(
                        "Approved: %s revision %s, %s%n",
                        cluster, answer.path("revision").asText(), approved);
        return 0;
    }
}
