package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {

    private static final List<String> KNOWN = List.of("name", "nodes", "nodeSize", "environment");

    @Test
    void slipsOfTheKeyboardAreUnderstood() {
        assertThat(NearestWord.to("enviroment", KNOWN)).contains("environment");
        assertThat(NearestWord.to("NODESIZE", KNOWN)).contains("nodeSize");
        assertThat(NearestWord.to("naem", KNOWN)).contains("name");
        assertThat(NearestWord.to("node", KNOWN)).contains("nodes");
    }

    @Test
    void anotherWordIsNotTakenForASlip() {
        assertThat(NearestWord.to("colour", KNOWN)).isEmpty();
        assertThat(NearestWord.to("x".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void distanceCountsSwapsAsOne() {
        assertThat(NearestWord.distance("verison", "version")).isEqualTo(1);
        assertThat(NearestWord.distance("", "abc")).isEqualTo(3);
        assertThat(NearestWord.distance("kitten", "sitting")).isEqualTo(3);
    }
}
