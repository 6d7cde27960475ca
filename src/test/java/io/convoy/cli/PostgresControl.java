package io.convoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is done from outside to the PostgreSQL of a data directory. */
record PostgresControl(Path program, Path data) {

    /** {@code pg_ctl} is beside the program that runs: the library unpacks it where the first PostgreSQL of a JVM was started. */
    static PostgresControl ofRunning(Path data) throws IOException {
        Path postgres = Path.of(process(data).info().command().orElseThrow());
        return new PostgresControl(postgres.resolveSibling("pg_ctl"), data);
    }

    PostgresControl of(Path otherData) {
        return new PostgresControl(program, otherData);
    }

    /** Has {@code pg_ctl} do it, and waits until it is done. */
    void pgCtl(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "-D", data.toString(), "-w", "-l", log()));
        command.addAll(Arrays.asList(words));
        TestCommand.run(command);
    }

    /** As a power cut would end it: without a word to anybody. */
    void kill() throws IOException {
        ProcessHandle postmaster = process();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    ProcessHandle process() throws IOException {
        return process(data);
    }

    boolean isRunning() throws IOException {
        return Files.exists(data.resolve("postmaster.pid")) && find(data).isPresent();
    }

    private static ProcessHandle process(Path data) throws IOException {
        return find(data).orElseThrow();
    }

    private static Optional<ProcessHandle> find(Path data) throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile(data).get(0).strip()));
    }

    int port() throws IOException {
        return Integer.parseInt(pidFile(data).get(3).strip());
    }

    private static List<String> pidFile(Path data) throws IOException {
        return Files.readAllLines(data.resolve("postmaster.pid"));
    }

    private String log() {
        return data.resolveSibling(data.getFileName() + ".log").toString();
    }
}
