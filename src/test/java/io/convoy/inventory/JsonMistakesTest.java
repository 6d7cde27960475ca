package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonMistakesTest {

    private static final String RIGHT = """
            {
              "apiVersion": "convoy/v1",
              "kind": "Inventory",
              "fleet": "acme",
              "clusters": [
                {
                  "name": "orders", "kind": "cassandra", "version": "4.1.10", "tier": null,
                  "datacenters": [
                    {"name": "dc1", "provider": "aws", "region": "us-east-1", "racks": [{"name": "a", "nodes": 3}]}
                  ],
                  "access": {"contactPoints": ["10.2.0.1:9042"], "credentials": "env:ORDERS_CQL"}
                }
              ]
            }
            """;

    @Test
    void theFileWithoutMistakesIsRead() {
        Fleet fleet = TestFiles.fleet(RIGHT, ImportFormat.JSON);

        assertThat(fleet.name()).isEqualTo("acme");
        assertThat(fleet.clusters().get(0).nodeCount()).isEqualTo(3);
        assertThat(fleet.clusters().get(0).tier()).isEqualTo(Standing.DEFAULT_TIER);
    }

    @Test
    void anUnknownKeyNamesTheNearestKnownOne() {
        expect("\"version\"", "\"verison\"", "7:46 /clusters/0/verison Unknown key 'verison': did you mean 'version'?");
    }

    @Test
    void aWrongValueHasItsLineAndColumn() {
        expect(
                "\"nodes\": 3",
                "\"nodes\": 0",
                "9:100 /clusters/0/datacenters/0/racks/0/nodes 0 nodes cannot be: write a number from 1 to 10000,"
                        + " or leave the entry out");
    }

    @Test
    void aKeyThatComesTwiceIsNamed() {
        expect(
                "\"tier\": null",
                "\"kind\": \"kafka\"",
                "7:67 /clusters/0/kind Key 'kind' comes twice, first in line 7: keep one of them");
    }

    @Test
    void aCommaTooManyIsNotJson() {
        expect(
                "\"acme\",\n",
                "\"acme\",,\n",
                "4:19  This is not JSON: Unexpected character (',' (code 44)): was expecting double-quote to start field"
                        + " name");
    }

    @Test
    void aTextWithoutQuotesIsNotRepeated() {
        expect("\"env:ORDERS_CQL\"", "hunter2", "11:69  This is not JSON: a text stands in double quotes");
    }

    @Test
    void aFileThatBreaksOffIsNotJson() {
        String half = RIGHT.substring(0, RIGHT.indexOf("\"access\""));

        assertThat(TestFiles.problems(half, ImportFormat.JSON))
                .singleElement()
                .asString()
                .startsWith("11:7  This is not JSON: Unexpected end-of-input");
    }

    @Test
    void whatFollowsTheDocumentIsRefused() {
        assertThat(TestFiles.problems(RIGHT + "{}", ImportFormat.JSON))
                .containsExactly("15:1  The document has ended before: remove what follows");
    }

    private static void expect(String right, String wrong, String problem) {
        assertThat(RIGHT).contains(right);
        assertThat(TestFiles.problems(RIGHT.replace(right, wrong), ImportFormat.JSON))
                .containsExactly(problem);
    }
}
