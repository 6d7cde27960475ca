package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettledTextTest {

    @Test
    void anAssignmentReadsBackAsItself() {
        Assignment assignment = new Assignment(Map.of(
                new PartitionId("orders.eu_1-x", 0),
                List.of(new BrokerId(4), new BrokerId(5)),
                new PartitionId("__consumer_offsets", 49),
                List.of(new BrokerId(6))));

        assertThat(SettledText.of(assignment)).isEqualTo("__consumer_offsets 49 6\norders.eu_1-x 0 4,5");
        assertThat(SettledText.parse(SettledText.of(assignment))).isEqualTo(assignment);
        assertThat(SettledText.parse(SettledText.of(Assignment.NONE))).isEqualTo(Assignment.NONE);
    }
}
