package io.convoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that a killed Convoy left running on the data directory; it is asked to stop, so that a new one can start. */
final class PostgresLeftover {

    private static final long LONGEST_STOP_SECONDS = 30;

    private PostgresLeftover() {}

    /** Ends the postmaster that the directory's own pid file names, if it still runs and is one. */
    static void endIn(Path data) throws IOException {
        Optional<ProcessHandle> postmaster = runningIn(data);
        if (postmaster.isEmpty()) {
            return;
        }
        // SIGTERM: no new connections, and it waits for the present ones, of which a killed Convoy has none left.
        postmaster.get().destroy();
        try {
            postmaster.get().onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "Another PostgreSQL (pid " + postmaster.get().pid() + ") runs on " + data
                            + " and did not stop within " + LONGEST_STOP_SECONDS
                            + " s. If another Convoy runs there, stop it or choose another CONVOY_HOME",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an earlier PostgreSQL stopped", e);
        }
    }

    private static Optional<ProcessHandle> runningIn(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        // Line 1 is the pid, line 2 the data directory: a pid that was given to somebody else since is not ours to end.
        if (lines.size() < 2 || !Path.of(lines.get(1)).equals(data)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }
}
