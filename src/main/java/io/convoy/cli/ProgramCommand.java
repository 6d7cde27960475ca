package io.convoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the program, or replaces it with a file. */
@Command(
        name = "program",
        description = "Show the program (limits, windows, waves), or replace it with FILE, YAML or JSON.",
        mixinStandardHelpOptions = true)
final class ProgramCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..1")
    @Nullable
    Path file;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        if (file != null) {
            convoy.putYaml("/program", Files.readAllBytes(file));
        }
        spec.commandLine().getOut().print(convoy.getAs("/program", "application/yaml"));
        return 0;
    }
}
