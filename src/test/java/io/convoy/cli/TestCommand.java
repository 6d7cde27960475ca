package io.convoy.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/** A program of the system that a test has do something. */
final class TestCommand {

    private TestCommand() {}

    /** Returns when it has ended well. */
    static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while " + command + " ran");
        }
    }
}
