package io.convoy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What a node's directory remembers of its last launch, completed by what the launched process says itself. */
final class LaunchRecord {

    private static final String VOID = "void";

    private final NodeDirectory directory;

    LaunchRecord(NodeDirectory directory) {
        this.directory = directory;
    }

    /** The node's last launch, with its process if that is known by now. */
    Optional<Launch> last() {
        return StoredFile.read(directory.launch(), Launch.class).map(this::withProcess);
    }

    void write(Launch launch) {
        StoredFile.replace(directory.launch(), launch);
    }

    void noteReady() {
        last().filter(launch -> !launch.ready()).map(Launch::seenReady).ifPresent(this::write);
    }

    /** From now on a dead process is what was wanted. */
    void noteStopAsked() {
        last().filter(launch -> !launch.stopAsked()).map(Launch::toBeStopped).ifPresent(this::write);
    }

    /** Completes a launch whose starter died before it could write the process down. */
    Launch withProcess(Launch launch) {
        if (launch.process() != null) {
            return launch;
        }
        return StoredFile.read(directory.processIdOf(launch))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equals(VOID))
                .flatMap(text -> RecordedProcess.living(Long.parseLong(text)))
                .filter(process -> process.info().commandLine().orElse("").contains(launch.mark()))
                .map(process -> launch.runningAs(RecordedProcess.of(process)))
                .orElse(launch);
    }

    /**
     * Makes sure that no process of this launch can appear any more, by writing where such a process would write its id.
     *
     * @return false when such a process was quicker, and lives
     */
    boolean settle(Launch launch) {
        if (launch.process() != null) {
            return true;
        }
        try {
            Files.writeString(directory.processIdOf(launch), VOID, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return withProcess(launch).process() == null;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not void a launch of " + directory.label(), e);
        }
    }
}
