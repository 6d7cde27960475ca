package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a cluster's run round. */
@Command(
        name = "rollback",
        description = "Take back every step of a cluster's run, the last one first.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLUSTER")
    String cluster;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        JsonNode run = RunView.latest(convoy, cluster);
        convoy.post("/runs/" + run.path("id").asText() + "/rollback", Map.of());
        spec.commandLine()
                .getOut()
                .println("Rolling back " + cluster + "; ./convoy watch " + cluster + " shows how far it is");
        return 0;
    }
}
