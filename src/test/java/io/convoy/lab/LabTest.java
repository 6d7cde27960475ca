package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTest {

    private static final RecordedProcess DEAD =
            new RecordedProcess(ProcessHandle.current().pid(), 0);

    @TempDir
    Path temporary;

    @Test
    void aLabHasOneLivingOwner() {
        try (Lab lab = Lab.open(home(), temporary.resolve("lab"))) {
            assertThatThrownBy(() -> Lab.open(home(), lab.directory().root()))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining(
                            "belongs to process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aLabWhoseOwnerIsDeadIsTakenOver() {
        Path root = temporary.resolve("lab");
        StoredFile.replace(root.resolve("owner.json"), DEAD);

        try (Lab lab = Lab.open(home(), root)) {
            assertThat(StoredFile.read(lab.directory().owner(), RecordedProcess.class))
                    .hasValueSatisfying(owner -> assertThat(owner.isAlive()).isTrue());
        }
    }

    @Test
    void openingALabSweepsAnotherWhoseOwnerIsDead() {
        LabDirectory abandoned = new LabDirectory(temporary.resolve("abandoned"));
        new LabRegister(home()).add(abandoned);
        StoredFile.replace(abandoned.owner(), DEAD);

        Lab.open(home(), temporary.resolve("lab")).close();

        assertThat(abandoned.owner()).doesNotExist();
    }

    @Test
    void aClosedLabLeavesNothingBehindInTheRegister() throws Exception {
        Lab.open(home(), temporary.resolve("lab")).close();

        try (var entries = Files.list(home().register())) {
            assertThat(entries).isEmpty();
        }
    }

    private LabHome home() {
        return new LabHome(temporary.resolve("home"));
    }
}
