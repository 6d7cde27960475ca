package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvMistakesTest {

    private static final String RIGHT = """
            cluster,kind,version,tier,datacenter,provider,region,rack,nodes,node_size,data_size,customer
            orders,cassandra,4.1.10,gold,dc1,aws,us-east-1,a,3,r6g.xlarge,12TiB,acme
            orders,,,,dc1,,,b,3,r6g.xlarge,,
            clicks,kafka,3.9.2,,dc1,gcp,us-east1,a,3,n2-standard-8,,
            """;

    @Test
    void theFileWithoutMistakesIsRead() {
        Fleet fleet = TestFiles.fleet(RIGHT, ImportFormat.CSV);

        assertThat(fleet.name()).isEqualTo("default");
        assertThat(fleet.clusters()).hasSize(2);
        assertThat(fleet.clusters().get(0).nodeCount()).isEqualTo(6);
        assertThat(fleet.clusters().get(0).labels()).isEqualTo(Map.of("customer", "acme"));
        assertThat(fleet.clusters().get(1).tier()).isEqualTo(Standing.DEFAULT_TIER);
    }

    @Test
    void semicolonsByteOrderMarkCarriageReturnsAndCapitalsMakeNoDifference() {
        String spreadsheet = "\uFEFF"
                + RIGHT.replace(',', ';')
                        .replace("\n", "\r\n")
                        .replace("node_size", "Node Size")
                        .replace("cluster;kind", "CLUSTER;Kind");

        assertThat(TestFiles.fleet(spreadsheet, ImportFormat.CSV)).isEqualTo(TestFiles.fleet(RIGHT, ImportFormat.CSV));
    }

    @Test
    void theOrderOfTheColumnsMakesNoDifference() {
        StringBuilder turned = new StringBuilder();
        RIGHT.lines().forEach(line -> {
            String[] cells = line.split(",", -1);
            for (int i = cells.length - 1; i >= 0; i--) {
                turned.append(cells[i]).append(i == 0 ? "\n" : ",");
            }
        });

        assertThat(TestFiles.fleet(turned.toString(), ImportFormat.CSV))
                .isEqualTo(TestFiles.fleet(RIGHT, ImportFormat.CSV));
    }

    @Test
    void quotedCellsHoldSeparatorsQuotesAndLineBreaks() {
        String quoted = RIGHT.replace(",acme", ",\"acme, \"\"the\nfirst\"\"\"");

        assertThat(TestFiles.fleet(quoted, ImportFormat.CSV).clusters().get(0).labels())
                .containsEntry("customer", "acme, \"the\nfirst\"");
    }

    @Test
    void linesAreCountedThroughQuotedLineBreaks() {
        String wrong = RIGHT.replace(",acme", ",\"acme\nfirst\"").replace("kafka", "kafkaesque");

        assertThat(TestFiles.problems(wrong, ImportFormat.CSV))
                .containsExactly("5:2 /2/kind 'kafkaesque' is not a kind of cluster: write one of cassandra, kafka");
    }

    @Test
    void rowsThatContradictEachOtherAreNamed() {
        expect(
                "orders,,,,dc1",
                "orders,kafka,4.1,,dc1",
                "3:2 /1/kind Cluster 'orders' has kind 'cassandra' in line 2 and 'kafka' here: write the same in all its"
                        + " rows",
                "3:3 /1/version Cluster 'orders' has version '4.1.10' in line 2 and '4.1' here: write the same in all its"
                        + " rows");
    }

    @Test
    void aDatacenterInTwoPlacesIsNamed() {
        expect(
                ",dc1,,,b",
                ",dc1,gcp,,b",
                "3:6 /1/provider Datacenter 'dc1' of Cluster 'orders' has provider 'aws' in line 2 and 'gcp' here: write"
                        + " the same in all its rows");
    }

    @Test
    void aMissingCellIsNamedByItsColumn() {
        expect(",a,3,n2-standard-8", ",a,,n2-standard-8", "4:1 /2 Column 'nodes' is empty");
        expect("clicks,kafka", "clicks,", "4:1 /2 Column 'kind' is empty");
        expect("clicks,kafka", ",kafka", "4:1 /2 Column 'cluster' is empty");
        expect("gcp,us-east1", "gcp,", "4:1 /2 Column 'region' is empty");
    }

    @Test
    void aWrongCellIsNamedByLineAndColumn() {
        expect("us-east1,a,3", "us-east1,a,three", "4:9 /2/nodes 'three' is not a whole number");
    }

    @Test
    void equalRowsOfOneRackAreToBeAddedUp() {
        expect(
                ",b,3",
                ",a,3",
                "3:1 /1 This rack is here already with the same node size: add up its nodes in one entry");
    }

    @Test
    void aMissingColumnIsNamedWithTheOneThatMayBeMeant() {
        expect("kind,version", "kind,verison", "1:1  The header has no column 'version': is it 'verison'?");
    }

    @Test
    void aColumnThatComesTwiceIsNamed() {
        expect("customer", "Node-Size", "1:12  Column 'Node-Size' comes twice: keep one of them");
    }

    @Test
    void aRowWithTooManyCellsIsNamed() {
        expect(
                "12TiB,acme",
                "12TiB,acme, inc",
                "2:1 /0 This row has 13 cells and the header 12: put a cell that holds the separator in double quotes");
    }

    @Test
    void aCellUnderNoHeaderIsNotLost() {
        expect(",customer", ",", "2:12 /0/ This cell stands in a column without a header: give it one");
    }

    @Test
    void aQuoteThatIsNotClosedSwallowsNoRows() {
        expect(
                "12TiB,acme",
                "12TiB,\"acme",
                "2:12  This cell begins with a double quote that is never closed: close it");
    }

    @Test
    void whatFollowsAClosedQuoteIsNotCsv() {
        expect("kafka", "\"kaf\"ka", "4:1  This is not CSV: Unexpected character after closing quote: k");
    }

    @Test
    void aHeaderAloneDescribesNoCluster() {
        assertThat(TestFiles.problems(RIGHT.lines().findFirst().orElseThrow(), ImportFormat.CSV))
                .containsExactly("1:1  There is a header and no row: no cluster is described");
    }

    private static void expect(String right, String wrong, String... problems) {
        assertThat(RIGHT).contains(right);
        assertThat(TestFiles.problems(RIGHT.replace(right, wrong), ImportFormat.CSV))
                .containsExactly(problems);
    }
}
