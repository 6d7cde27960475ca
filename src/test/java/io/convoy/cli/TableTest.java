package io.convoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void theWidestColumnWrapsAtSpacesAndTheOthersStayOnTheFirstLine() {
        Table table = new Table(List.of("step", "what", "undo"));
        table.row(List.of("010", "Look once more whether anything stands in the way", "yes"));
        table.row(List.of("020", "Go", ""));

        assertThat(table.fitting(40)).isEqualTo("""
                STEP  WHAT                          UNDO
                010   Look once more whether        yes
                      anything stands in the way
                020   Go
                """);
    }

    @Test
    void aWordThatFitsNowhereIsCut() {
        Table table = new Table(List.of("id"));
        table.row(List.of("abcdefghijklmnopqrstuvwxyz"));

        assertThat(table.fitting(12)).isEqualTo("""
                ID
                abcdefghijkl
                mnopqrstuvwx
                yz
                """);
    }
}
