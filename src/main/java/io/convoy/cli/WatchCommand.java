package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows a run until it ends or needs somebody. */
@Command(
        name = "watch",
        description = "Follow a cluster's run with live progress bars until it ends or needs somebody.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

    private static final Duration EVERY = Duration.ofMillis(500);

    @Parameters(paramLabel = "CLUSTER")
    String cluster;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        String id = RunView.latest(convoy, cluster).path("id").asText();
        ProgressBoard board = new ProgressBoard(out);
        JsonNode run = convoy.get("/runs/" + id);
        board.show(run);
        while (!RunView.stands(run)) {
            Thread.sleep(EVERY.toMillis());
            run = convoy.get("/runs/" + id);
            board.show(run);
        }
        board.finish();
        out.println(cluster + ": " + run.path("state").asText() + " "
                + run.path("reason").asText());
        out.flush();
        return "SUCCEEDED".equals(run.path("state").asText()) ? 0 : 1;
    }
}
