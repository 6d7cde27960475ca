package io.convoy.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a plan as its reviewer reads it. */
@Command(
        name = "review",
        description = "Show a cluster's latest change plan with its rollback, as Markdown.",
        mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLUSTER")
    String cluster;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        spec.commandLine().getOut().println(convoy.getAs("/clusters/" + cluster + "/plans/latest", "text/markdown"));
        return 0;
    }
}
