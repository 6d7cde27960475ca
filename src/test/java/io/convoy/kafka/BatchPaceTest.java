package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchPaceTest {

    private static final Duration CALM = Duration.ofMillis(200);
    private static final Duration STALL = Duration.ofMillis(501);
    private static final PartitionId ORDERS = new PartitionId("orders", 0);

    @Test
    void aStallHalvesTheBatchDownToOne() {
        BatchPace pace = BatchPace.upTo(8).afterBatch(STALL);

        assertThat(pace.next()).hasValue(4);
        assertThat(pace.afterBatch(STALL).afterBatch(STALL).afterBatch(STALL).next())
                .hasValue(1);
    }

    @Test
    void whatIsExactlyTheAimIsNoStall() {
        assertThat(BatchPace.upTo(8).afterBatch(BatchPace.AIM).next()).hasValue(8);
    }

    @Test
    void threeCalmBatchesInARowLetItGrowByOne() {
        BatchPace pace = BatchPace.upTo(4).afterBatch(STALL);

        assertThat(calm(pace, 2).next()).hasValue(2);
        assertThat(calm(pace, 3).next()).hasValue(3);
        assertThat(calm(calm(pace, 2).afterBatch(STALL), 2).next()).hasValue(1);
    }

    @Test
    void itNeverGrowsAboveTheMost() {
        assertThat(calm(BatchPace.upTo(3), 30).next()).hasValue(3);
    }

    @Test
    void aPartitionUnderMinInSyncStopsItUntilItHasHealed() {
        BatchPace pace = BatchPace.upTo(3).afterLook(List.of(ORDERS));

        assertThat(pace.next()).isEmpty();
        assertThat(pace.ill()).containsExactly(ORDERS);
        assertThat(pace.afterBatch(CALM).next()).isEmpty();
        assertThat(pace.afterLook(List.of()).next()).hasValue(3);
    }

    private static BatchPace calm(BatchPace pace, int batches) {
        BatchPace calm = pace;
        for (int i = 0; i < batches; i++) {
            calm = calm.afterBatch(CALM);
        }
        return calm;
    }
}
