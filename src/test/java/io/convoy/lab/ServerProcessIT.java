package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Launches a process that only waits. */
class ServerProcessIT {

    // The shell takes the mark, which stands where a JVM expects it, for its own name.
    private static final ServerCommand WAITING =
            new ServerCommand(List.of("/bin/sh", "-c", "while :; do sleep 1; done"), List.of(), Map.of());

    @TempDir
    Path temporary;

    private NodeDirectory directory = new NodeDirectory(Path.of("unset", "unset"));
    private ServerProcess process = new ServerProcess(directory);

    @BeforeEach
    void prepare() {
        directory = new NodeDirectory(temporary.resolve("orders").resolve("orders-1"));
        directory.create();
        process = new ServerProcess(directory);
    }

    @AfterEach
    void end() {
        process.kill();
    }

    @Test
    void aSecondStartFindsTheFirst() {
        ProcessHandle first = process.start(WAITING, 1);
        ProcessHandle second = new ServerProcess(directory).start(WAITING, 1);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void itRunsInASessionOfItsOwn() throws Exception {
        ProcessHandle started = process.start(WAITING, 1);

        String status = Files.readString(Path.of("/proc/" + started.pid() + "/stat"));
        String session = status.substring(status.lastIndexOf(')') + 2).split(" ", -1)[3];
        assertThat(session).isEqualTo(Long.toString(started.pid()));
    }

    @Test
    void aProcessWhoseStarterDiedBeforeWritingItDownIsFoundByItsMark() {
        ProcessHandle started = process.start(WAITING, 1);
        Launch launch = process.launch().orElseThrow();
        StoredFile.replace(directory.launch(), new Launch(launch.id(), launch.mark(), 1, false, false, null));

        assertThat(new ServerProcess(directory).find()).hasValue(started);
    }

    @Test
    void aLaunchThatNeverToldItsProcessIsVoided() {
        Launch lost = Launch.intended(directory.label(), 1);
        StoredFile.replace(directory.launch(), lost);

        process.start(WAITING, 2);

        assertThat(directory.processIdOf(lost)).hasContent("void");
        assertThat(process.launch())
                .hasValueSatisfying(launch -> assertThat(launch.id()).isNotEqualTo(lost.id()));
    }

    @Test
    void aProcessThatDiesAtOnceIsToldWithItsLastWords() {
        ServerCommand failing =
                new ServerCommand(List.of("/bin/sh", "-c", "echo no such option >&2; exit 3"), List.of(), Map.of());

        assertThatThrownBy(() -> process.start(failing, 1))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("no such option");
    }

    @Test
    void aFrozenProcessIsKilledToo() {
        process.start(WAITING, 1);
        process.freeze();

        process.kill();

        assertThat(process.endsWithin(Duration.ZERO)).isTrue();
        assertThat(process.launch())
                .hasValueSatisfying(launch -> assertThat(launch.stopAsked()).isTrue());
    }
}
