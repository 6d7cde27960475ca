package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mistake of {@code yaml-mistakes.txt} is put into {@code right.yaml}, and what is reported is compared to the letter.
 * A block names the mistake ({@code #}), the right text ({@code -}), the wrong one ({@code +}) and the problems
 * ({@code =line:column pointer message}).
 */
class YamlMistakesTest {

    private static final String RIGHT = TestFiles.resource("right.yaml");

    private record Mistake(String name, String right, String wrong, List<String> problems) {

        static Mistake of(String block) {
            return new Mistake(
                    String.join(" ", lines(block, '#')),
                    String.join("\n", lines(block, '-')),
                    String.join("\n", lines(block, '+')),
                    lines(block, '='));
        }

        private static List<String> lines(String block, char mark) {
            return block.lines()
                    .filter(line -> line.charAt(0) == mark)
                    .map(line -> line.substring(1))
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> mistakes() {
        return Arrays.stream(TestFiles.resource("yaml-mistakes.txt").split("\n\n"))
                .map(Mistake::of);
    }

    @Test
    void theFileWithoutMistakesIsRead() {
        assertThat(TestFiles.problems(RIGHT, ImportFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void everyMistakeIsNamedWithItsPlaceAndWhatToDo(Mistake mistake) {
        assertThat(RIGHT).contains(mistake.right());

        String wrong = RIGHT.replace(mistake.right(), mistake.wrong());

        assertThat(TestFiles.problems(wrong, ImportFormat.YAML)).isEqualTo(mistake.problems());
    }

    @Test
    void noProblemRepeatsASecret() {
        List<String> told = new ArrayList<>();
        mistakes()
                .filter(mistake -> mistake.wrong().contains("hunter2"))
                .forEach(mistake -> told.addAll(mistake.problems()));

        assertThat(told).hasSizeGreaterThan(4).noneMatch(problem -> problem.contains("hunter2"));
    }

    @Test
    void withoutClustersTheListIsMissed() {
        String wrong = RIGHT.substring(0, RIGHT.indexOf("clusters:"));

        assertThat(TestFiles.problems(wrong, ImportFormat.YAML)).containsExactly("1:1  'clusters' is missing");
    }

    @Test
    void aControlCharacterIsNamed() {
        String wrong = RIGHT.replace("tier: gold", "tier: go\u0007ld");

        assertThat(TestFiles.problems(wrong, ImportFormat.YAML))
                .containsExactly("10:13  The file holds the control character U+0007: remove it");
    }

    @Test
    void aTabIsNoIndentation() {
        String wrong = RIGHT.replace("    tier: gold", "\ttier: gold");

        assertThat(TestFiles.problems(wrong, ImportFormat.YAML))
                .singleElement()
                .asString()
                .startsWith("10:1  This is not YAML: ")
                .contains("Do not use \\t(TAB) for indentation");
    }
}
