package io.convoy.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/** Entry point of every command; only {@code up} starts the server in this process. */
@QuarkusMain
public final class ConvoyMain {

    private ConvoyMain() {}

    public static void main(String... arguments) {
        System.exit(ConvoyCommand.commandLine().execute(arguments));
    }
}
