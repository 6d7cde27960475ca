package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KafkaWitnessReportTest {

    @Test
    void recordsThatComeOnceAndInOrderAreWithoutFault() {
        assertThat(faults(arrived(0, 1, 2, 3), arrived(0, 1, 2, 3))).isEqualTo(new RecordFaults(0, 0, 0, 0, 0));
        assertThat(report(faults(arrived(0, 1, 2, 3), arrived(0, 1, 2, 3)), 0).flawless())
                .isTrue();
    }

    @Test
    void anAcknowledgedRecordThatIsNotInTheTopicIsLost() {
        assertFault(new RecordFaults(1, 0, 0, 0, 0), arrived(0, 1, 3), arrived(0, 1, 3));
    }

    @Test
    void aRecordOfTheTopicThatTheGroupDidNotGetIsUndelivered() {
        assertFault(new RecordFaults(0, 2, 0, 0, 0), arrived(0, 1, 2, 3), arrived(0, 3));
    }

    @Test
    void aRecordThatStandsTwiceInTheTopicIsDuplicatedAndNotRedelivered() {
        assertFault(new RecordFaults(0, 0, 1, 0, 0), arrived(0, 1, 2, 1, 3), arrived(0, 1, 2, 1, 3));
    }

    @Test
    void aRecordBehindALaterOneIsOutOfOrder() {
        assertFault(new RecordFaults(0, 0, 0, 1, 0), arrived(0, 2, 1, 3), arrived(0, 2, 1, 3));
    }

    @Test
    void aRecordThatTheGroupGetsAgainIsRedelivered() {
        assertFault(new RecordFaults(0, 0, 0, 0, 2), arrived(0, 1, 2, 3), arrived(0, 1, 2, 1, 2, 3));
    }

    @Test
    void partitionsHaveNumbersOfTheirOwn() {
        Arrivals arrivals = new Arrivals(2);
        for (long sent = 0; sent < 6; sent++) {
            arrivals.add(NumberedRecord.inTurn(sent, 2));
        }

        assertThat(arrivals.count()).isEqualTo(6);
        assertThat(arrivals.repeated() + arrivals.outOfOrder()).isZero();
        assertThat(arrivals.missing(List.of(numbers(3), numbers(4)))).isEqualTo(1);
    }

    @Test
    void anErrorAloneIsAFlaw() {
        assertThat(report(new RecordFaults(0, 0, 0, 0, 0), 1).flawless()).isFalse();
    }

    @Test
    void theReportSaysInBothFormsWhatWasWrong() {
        KafkaWitnessReport report = report(new RecordFaults(1, 2, 3, 4, 5), 1);

        assertThat(report.json()).contains("\"flawless\" : false", "\"lost\" : 1", "\"slowestMillis\" : 40.");
        assertThat(report.text())
                .contains(
                        "4 records acknowledged, 1 lost, 2 undelivered, 3 duplicated, 4 out of order, 5 redelivered",
                        "election",
                        "error: TimeoutException");
    }

    private static void assertFault(RecordFaults expected, Arrivals topic, Arrivals delivered) {
        RecordFaults faults = faults(topic, delivered);

        assertThat(faults).isEqualTo(expected);
        assertThat(report(faults, 0).flawless()).isFalse();
    }

    private static RecordFaults faults(Arrivals topic, Arrivals delivered) {
        return RecordFaults.between(List.of(numbers(4)), topic, delivered);
    }

    private static BitSet numbers(int count) {
        BitSet numbers = new BitSet();
        numbers.set(0, count);
        return numbers;
    }

    private static Arrivals arrived(int... numbers) {
        Arrivals arrivals = new Arrivals(1);
        for (int number : numbers) {
            arrivals.add(new NumberedRecord(0, number));
        }
        return arrivals;
    }

    private static KafkaWitnessReport report(RecordFaults faults, int errors) {
        PhaseTimes election = new PhaseTimes("election");
        election.took(TimeUnit.MILLISECONDS.toNanos(40));
        return new KafkaWitnessReport(
                4,
                faults,
                new KafkaWitnessReport.Errors(errors, errors == 0 ? List.of() : List.of("TimeoutException: late")),
                12.5,
                List.of(election.report()));
    }
}
