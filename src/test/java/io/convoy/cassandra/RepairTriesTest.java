package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepairTriesTest {

    private static final RepairTries NONE = RepairTries.read("");

    @Test
    void areExhaustedByTheThirdFailure() {
        RepairTries two = NONE.saw("a").failed().saw("a").failed();

        assertThat(two.exhausted()).isFalse();
        assertThat(two.failed().exhausted()).isTrue();
    }

    @Test
    void tellOfTablesThatCameAndWentBetweenTwoLooks() {
        RepairTries back = NONE.saw("a").failed().saw("a");

        assertThat(back.tablesChanged()).isFalse();
        assertThat(back.failed().saw("b").failed().saw("a").tablesChanged()).isTrue();
    }

    @Test
    void areReadAsTheyWereWritten() {
        RepairTries tries = NONE.saw("b").saw("a").failed();

        assertThat(RepairTries.read(tries.written())).isEqualTo(tries);
        assertThat(RepairTries.read(NONE.written())).isEqualTo(NONE);
    }
}
