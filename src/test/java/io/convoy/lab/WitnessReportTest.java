package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WitnessReportTest {

    @Test
    void aRowThatIsNotReadAgainIsLost() {
        BitSet acknowledged = new BitSet();
        acknowledged.set(0, 1_000);
        acknowledged.clear(950);

        FinalReading reading = FinalReading.of(acknowledged, bucket -> allOf(bucket, 42, 250, 950));

        assertThat(reading).isEqualTo(new FinalReading(2, 0));
    }

    @Test
    void anEmptyBucketIsNotRead() {
        BitSet acknowledged = new BitSet();
        acknowledged.set(512);

        FinalReading reading = FinalReading.of(acknowledged, bucket -> {
            assertThat(bucket).isEqualTo(5);
            return allOf(bucket);
        });

        assertThat(reading).isEqualTo(new FinalReading(0, 0));
    }

    @Test
    void aPhaseTellsItsSlowestRequest() {
        PhaseTimes phase = new PhaseTimes("rebuild");
        phase.took(TimeUnit.MILLISECONDS.toNanos(10));
        phase.failed(TimeUnit.MILLISECONDS.toNanos(200));

        WitnessReport.Phase report = phase.report();

        assertThat(report.requests()).isEqualTo(2);
        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.maxMillis()).isBetween(200.0, 201.0);
    }

    @Test
    void theReportSaysInBothFormsWhetherItIsFlawless() {
        WitnessReport flawless = new WitnessReport(100, 0, 0, 0, 0, List.of(), 12.5, List.of(), Map.of());
        WitnessReport bad =
                new WitnessReport(100, 3, 0, 0, 1, List.of("Timeout"), 12.5, List.of(), Map.of("127.1.1.1", 7L));

        assertThat(flawless.json()).contains("\"flawless\" : true", "\"acknowledged\" : 100");
        assertThat(bad.json()).contains("\"flawless\" : false");
        assertThat(bad.text()).contains("3 lost", "error: Timeout", "127.1.1.1", "lacks 7 rows");
    }

    private static BitSet allOf(int bucket, int... without) {
        BitSet rows = new BitSet();
        rows.set(bucket * 100, bucket * 100 + 100);
        for (int row : without) {
            rows.clear(row);
        }
        return rows;
    }
}
