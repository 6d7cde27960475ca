package io.convoy.simulation;

import io.convoy.base.ByteSize;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryReader;
import io.convoy.program.Pace;
import io.convoy.program.Program;
import io.convoy.program.ProgramForm;
import io.convoy.program.Roster;
import io.convoy.program.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The program and the fleet in {@code inventory/}. */
final class Program2023 {

    static final Instant BEGIN = Instant.parse("2023-03-01T00:00:00Z");

    private Program2023() {}

    static Program program() {
        return ProgramForm.read(new String(bytes("program-2023.yaml"), java.nio.charset.StandardCharsets.UTF_8));
    }

    static List<Subject> fleet(Pace pace) {
        Fleet fleet = new InventoryReader(ByteSize.parse("10MiB"))
                .read(bytes("fleet-2023.yaml"), ImportFormat.YAML, Fleet.DEFAULT_NAME);
        return fleet.clusters().stream()
                .map(cluster -> Subject.of(cluster, pace))
                .toList();
    }

    static Scenario scenario(Program program, Odds odds) {
        return Scenario.whole(Roster.of(program, fleet(program.paceOrUsual())), BEGIN, odds);
    }

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(Path.of("inventory", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
