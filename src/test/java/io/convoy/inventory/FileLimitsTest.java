package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.ByteSize;
import io.convoy.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no inventory is: huge, endlessly deep, exploding, in another encoding, empty. */
class FileLimitsTest {

    @ParameterizedTest
    @EnumSource(ImportFormat.class)
    void aFileLargerThanAllowedIsRefusedBeforeItIsRead(ImportFormat format) {
        InventoryReader reader = new InventoryReader(ByteSize.parse("1KiB"));

        assertThatThrownBy(() -> reader.read(new byte[1025], format, "default"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE))
                .hasMessageContaining("1025 bytes")
                .hasMessageContaining("convoy.inventory.max-file-size");
    }

    @ParameterizedTest
    @EnumSource(ImportFormat.class)
    void anEmptyFileIsAProblem(ImportFormat format) {
        assertThat(TestFiles.problems("", format)).containsExactly("1:1  The file is empty");
        assertThat(TestFiles.problems("\uFEFF \n", format)).containsExactly("1:1  The file is empty");
    }

    @Test
    void aFileOfCommentsIsEmpty() {
        assertThat(TestFiles.problems("# nothing\n", ImportFormat.YAML))
                .containsExactly("1:1  The file holds comments only: it is empty");
    }

    @ParameterizedTest
    @EnumSource(ImportFormat.class)
    void bytesThatAreNotUtf8AreNamedByTheirPlace(ImportFormat format) {
        byte[] latin1 = "fleet: acme\nowner: M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(TestFiles.problems(latin1, format))
                .containsExactly("2:9  The file is not UTF-8 from here on: save it in the encoding UTF-8");
    }

    @Test
    void aByteOrderMarkIsReadOver() {
        assertThat(TestFiles.problems("\uFEFF" + TestFiles.resource("right.yaml"), ImportFormat.YAML))
                .isEmpty();
    }

    @Test
    void depthWithoutEndIsRefused() {
        String deep = "[".repeat(200_000);

        assertThat(TestFiles.problems(deep, ImportFormat.YAML))
                .singleElement()
                .asString()
                .startsWith("1:31 /0/0/0")
                .endsWith("Nested deeper than 30 levels: an inventory is not");
        assertThat(TestFiles.problems(deep, ImportFormat.JSON))
                .singleElement()
                .asString()
                .startsWith("1:31 /0/0/0");
    }

    @Test
    void aliasesThatMultiplyAreNotExpanded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }

        List<String> problems = TestFiles.problems(bomb.toString(), ImportFormat.YAML);

        assertThat(problems).contains("2:10  '*a0' is an alias: write the value out, or put it into 'defaults'");
        assertThat(problems).hasSize(60 + 59 * 4);
    }

    @Test
    void aFileFullOfMistakesGetsAnAnswerThatEnds() {
        String file = "apiVersion: convoy/v1\nkind: Inventory\nfleet: acme\nclusters:\n" + "  - {x: 1}\n".repeat(5000);

        assertThat(TestFiles.problems(file, ImportFormat.YAML)).hasSize(Problems.MOST_LISTED);
    }
}
