package io.convoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.program.Program;
import io.convoy.program.ProgramForm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    private static final String FLEET = "inventory/fleet-2023.yaml";
    private static final String PROGRAM = "inventory/program-2023.yaml";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsWhenWavesEndWhoWaitsForWhomAndWhatLimitsCostAndDrawsIt() throws Exception {
        Path drawing = directory.resolve("program.svg");

        int exit =
                simulate("--program", PROGRAM, "--from", "2023-03-01", "--runs", "20", "--gantt", drawing.toString());

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("212 clusters", "pilots", "P90", "critical chain", "limits.clusters")
                .doesNotContain("(CLOSED)")
                .contains("Drawn: " + drawing);
        assertThat(Files.readString(drawing)).startsWith("<svg");
    }

    @Test
    void theSameSeedGivesTheSameWords() {
        simulate("--program", PROGRAM, "--runs", "5", "--seed", "7");
        String first = out.toString();
        out.getBuffer().setLength(0);

        simulate("--program", PROGRAM, "--runs", "5", "--seed", "7");

        assertThat(out.toString()).isEqualTo(first).isNotEmpty();
    }

    @Test
    void whatItProposesIsAProgram() {
        assertThat(simulate("--propose")).isZero();

        Program proposed = ProgramForm.read(out.toString());

        assertThat(proposed.waves()).extracting(wave -> wave.name()).startsWith("pilots", "wave-1");
    }

    @Test
    void aProgramThatIsNotThereAndAChangeThatChangesNothingAreErrorsThatSayWhatToDo() {
        assertThat(simulate("--program", "no-such-file.yaml")).isNotZero();
        assertThat(simulate("--program", PROGRAM, "--what-if", "limits.none=1")).isNotZero();

        assertThat(err.toString()).contains("There is no readable file no-such-file.yaml", "none");
    }

    private int simulate(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "simulate";
        words[1] = FLEET;
        System.arraycopy(options, 0, words, 2, options.length);
        return ConvoyCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
