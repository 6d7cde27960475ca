package io.convoy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseClockTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final DatabaseClock clock = new DatabaseClock(new PGSimpleDataSource());

    @Test
    void theDatabaseIsBelievedAndNotTheMachine() {
        Instant inAnHour = Instant.now().plus(HOUR);

        clock.compare(inAnHour, System.nanoTime());

        assertThat(clock.instant()).isCloseTo(inAnHour, within(5, ChronoUnit.SECONDS));
        assertThat(clock.machineAhead())
                .isBetween(HOUR.negated().minusSeconds(5), HOUR.negated().plusSeconds(5));
    }

    @Test
    void aSlowAnswerDoesNotReplaceAQuickOne() {
        Instant quick = Instant.now();
        clock.compare(quick, System.nanoTime());

        clock.compare(
                quick.plus(HOUR), System.nanoTime() - Duration.ofSeconds(1).toNanos());

        assertThat(clock.instant()).isCloseTo(quick, within(5, ChronoUnit.SECONDS));
    }
}
