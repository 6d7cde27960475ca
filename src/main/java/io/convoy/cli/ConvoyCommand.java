package io.convoy.cli;

import io.convoy.base.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code convoy} with all of its subcommands. Exit codes: 0 done, 1 failed, 2 usage or differences found. */
@Command(
        name = "convoy",
        mixinStandardHelpOptions = true,
        version = "convoy 0.1.0",
        description = "Moves fleets of Apache Cassandra and Apache Kafka clusters.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ImportCommand.class,
            PlanCommand.class,
            ReviewCommand.class,
            ApproveCommand.class,
            ProgramCommand.class,
            WaveCommand.class,
            StatusCommand.class,
            ExplainCommand.class,
            WatchCommand.class,
            RollbackCommand.class,
            AuditCommand.class,
            SimulateCommand.class
        })
final class ConvoyCommand implements Runnable {

    @picocli.CommandLine.Spec
    picocli.CommandLine.Model.CommandSpec spec;

    static CommandLine commandLine() {
        return new CommandLine(new ConvoyCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(ConvoyCommand::failed);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command");
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        command.getErr().println(command.getColorScheme().errorText(String.valueOf(e.getMessage())));
        if (e instanceof Refusal refusal) {
            refusal.problems().forEach(problem -> command.getErr().println("  " + problem));
        }
        return 1;
    }
}
