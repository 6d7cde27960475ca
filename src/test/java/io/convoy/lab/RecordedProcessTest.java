package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordedProcessTest {

    private final RecordedProcess self = RecordedProcess.current();

    @Test
    void aRunningProcessIsFoundByItsIdAndStart() {
        assertThat(self.find()).hasValue(ProcessHandle.current());
    }

    @Test
    void anotherProcessWithTheSameIdIsNotTakenForIt() {
        RecordedProcess earlier = new RecordedProcess(self.pid(), self.startedAtMillis() - 60_000);

        assertThat(earlier.isAlive()).isFalse();
    }
}
