package io.convoy.lab;

import java.util.List;
import java.util.stream.Collectors;

/** The text of a file that {@code java @file} reads: a class path would make the command line too long. */
final class ArgumentFile {

    private ArgumentFile() {}

    static String of(List<String> arguments) {
        return arguments.stream().map(ArgumentFile::quoted).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
