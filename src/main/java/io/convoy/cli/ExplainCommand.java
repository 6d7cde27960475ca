package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a cluster is or is not moving. */
@Command(
        name = "explain",
        description = "Say why a cluster is or is not moving, and when that is expected to change.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLUSTER")
    String cluster;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode why = ConvoyClient.of(System.getenv()).get("/clusters/" + cluster + "/explain");
        spec.commandLine().getOut().println(cluster + ": " + why.path("reason").asText());
        if (why.path("expectedRelease").isTextual()) {
            spec.commandLine()
                    .getOut()
                    .println("Lets go: " + why.path("expectedRelease").asText());
        }
        if (why.path("expectedStart").isTextual()) {
            spec.commandLine()
                    .getOut()
                    .println("Expected to start: " + why.path("expectedStart").asText());
        }
        return 0;
    }
}
