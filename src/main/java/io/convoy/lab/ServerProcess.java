package io.convoy.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The process of one node, found again by whoever looks into the node's directory. A launch goes so:
 *
 * <ol>
 *   <li>an earlier launch that never told its process id is voided, by writing that file in its place;
 *   <li>the intent, a {@link Launch} with a random id, is written;
 *   <li>a shell is forked that links its own process id into place, or gives up if that launch was voided, and then becomes
 *       the server by {@code exec};
 *   <li>id and start time go into the launch's record.
 * </ol>
 *
 * Whoever is killed in between, at most one server runs for the node, and it is found. Callers hold the node's {@link
 * FileGuard} when they launch.
 */
final class ServerProcess {

    private static final Duration FORK_LIMIT = Duration.ofSeconds(10);
    private static final Duration END_LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MILLIS = 20;

    // $0 is the launch's mark. ln is atomic and refuses to replace, so a voided launch stays void.
    private static final String TELL_PROCESS_ID_THEN_EXEC =
            "echo $$ > \"$1.$$\" && ln \"$1.$$\" \"$1\" && rm \"$1.$$\" || exit 75; shift; exec \"$@\"";

    private final NodeDirectory directory;
    private final LaunchRecord record;

    ServerProcess(NodeDirectory directory) {
        this.directory = directory;
        this.record = new LaunchRecord(directory);
    }

    /** The node's last launch, with its process if that is known by now. */
    Optional<Launch> launch() {
        return record.last();
    }

    /** The living process, also a frozen one. */
    Optional<ProcessHandle> find() {
        return launch().flatMap(Launch::knownProcess).flatMap(RecordedProcess::find);
    }

    boolean isAlive() {
        return find().isPresent();
    }

    /** Starts the server and returns as soon as it is a process of its own. */
    ProcessHandle start(ServerCommand command, int attempt) {
        Optional<ProcessHandle> running = find();
        if (running.isPresent()) {
            return running.get();
        }
        if (launch().filter(earlier -> !record.settle(earlier)).isPresent()) {
            return start(command, attempt);
        }
        Launch launch = Launch.intended(directory.label(), attempt);
        record.write(launch);
        return await(launch, fork(launch, command));
    }

    private Process fork(Launch launch, ServerCommand command) {
        List<String> words = new ArrayList<>();
        // In a session of its own: Ctrl-C in a terminal reaches whoever owns the lab, who then ends the servers in
        // order.
        findSetsid().ifPresent(words::add);
        words.addAll(List.of("/bin/sh", "-c", TELL_PROCESS_ID_THEN_EXEC, launch.mark()));
        words.add(directory.processIdOf(launch).toString());
        words.addAll(command.java());
        words.add("-D" + launch.mark());
        words.addAll(command.afterMark());
        // Files, not pipes: a pipe would break, and stop the server, when its starter dies.
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.path().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.output().toFile()));
        builder.environment().putAll(command.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start a process for " + directory.label(), e);
        }
    }

    private static Optional<String> findSetsid() {
        return List.of("/usr/bin/setsid", "/bin/setsid").stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    private ProcessHandle await(Launch launch, Process forked) {
        long deadline = System.nanoTime() + FORK_LIMIT.toNanos();
        while (System.nanoTime() < deadline && !failed(forked)) {
            Optional<RecordedProcess> process = record.withProcess(launch).knownProcess();
            if (process.isPresent()) {
                record.write(launch.runningAs(process.get()));
                return process.get().find().orElseThrow(this::diedAtOnce);
            }
            pause();
        }
        throw diedAtOnce();
    }

    private static boolean failed(Process forked) {
        return !forked.isAlive() && forked.exitValue() != 0;
    }

    private LabException diedAtOnce() {
        return new LabException("The process of " + directory.label() + " died at once: " + directory.lastWords());
    }

    void noteReady() {
        record.noteReady();
    }

    /** Asks the server to end in its own way. */
    void terminate() {
        record.noteStopAsked();
        find().ifPresent(ProcessHandle::destroy);
    }

    /** Ends the process hard and waits until it is gone. */
    void kill() {
        record.noteStopAsked();
        crash();
    }

    /** Ends the process hard as an accident would: nobody asked for it. */
    void crash() {
        launch().ifPresent(record::settle);
        find().ifPresent(ProcessHandle::destroyForcibly);
        if (!endsWithin(END_LIMIT)) {
            throw new LabException("The process of " + directory.label() + " does not end");
        }
    }

    boolean endsWithin(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        long pid = find().orElseThrow(() -> new LabException(directory.label() + " does not run"))
                .pid();
        try {
            Process kill = new ProcessBuilder("/bin/kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new LabException("Could not send " + name + " to " + directory.label() + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }

    private static void pause() {
        Pause.millis(LOOK_AGAIN_MILLIS);
    }
}
