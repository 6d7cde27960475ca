package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.ShiftedClock;
import io.convoy.audit.DatabaseTrouble;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class LostLooksTest {

    private static final DatabaseTrouble FULL =
            new DatabaseTrouble(new SQLException("could not extend file: No space left on device", "53100"));

    private final ShiftedClock clock = new ShiftedClock();
    private final LostLooks lost = new LostLooks(clock);
    private final RunsHealth health = new RunsHealth(lost);

    @Test
    void whileNothingCanBeWrittenItIsNotReadyAndSaysWhy() {
        lost.lost(FULL);

        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.call().getData().orElseThrow())
                .containsEntry("reason", "could not extend file: No space left on device");
    }

    @Test
    void itIsReadyAgainSoonAfterSomethingWasWritten() {
        lost.lost(FULL);
        lost.written();
        lost.review();
        assertThat(lost.standstill()).isPresent();

        clock.forward(Duration.ofSeconds(3));
        lost.review();

        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
        assertThat(lost.lookAgainAfter()).isEqualTo(Standstill.SOONEST);
    }

    @Test
    void itIsToldAgainEveryMinute() {
        lost.lost(FULL);
        var first = lost.standstill().orElseThrow().toldAt();
        clock.forward(Duration.ofSeconds(59));
        lost.lost(FULL);
        assertThat(lost.standstill().orElseThrow().toldAt()).isEqualTo(first);

        clock.forward(Duration.ofSeconds(2));
        lost.lost(FULL);

        assertThat(lost.standstill().orElseThrow().toldAt()).isAfter(first);
    }
}
