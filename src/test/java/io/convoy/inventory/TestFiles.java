package io.convoy.inventory;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.convoy.base.ByteSize;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads what the tests of this package read. */
final class TestFiles {

    private static final InventoryReader READER = new InventoryReader(ByteSize.parse("16MiB"));

    private TestFiles() {}

    static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(TestFiles.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Resource " + name, e);
        }
    }

    static Fleet fleet(String text, ImportFormat format) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8), format, Fleet.DEFAULT_NAME);
    }

    /** The problems of a file, spelled {@code line:column pointer message}; none when it is read. */
    static List<String> problems(String text, ImportFormat format) {
        return problems(text.getBytes(StandardCharsets.UTF_8), format);
    }

    static List<String> problems(byte[] file, ImportFormat format) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> READER.read(file, format, Fleet.DEFAULT_NAME));
        return refusal == null
                ? List.of()
                : refusal.problems().stream().map(TestFiles::spelled).toList();
    }

    private static String spelled(Problem problem) {
        return problem.line() + ":" + problem.column() + " " + problem.pointer() + " " + problem.message();
    }
}
