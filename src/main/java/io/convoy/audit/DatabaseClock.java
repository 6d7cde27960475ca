package io.convoy.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database's clock: every instance has the same time, whatever the clock of its own machine says.
 *
 * <p>Between two comparisons it goes by the machine's monotonic counter, which nobody sets.
 */
@Singleton
public class DatabaseClock extends Clock {

    /** An answer that took longer tells the time too vaguely, unless there was no better one for a while. */
    private static final Duration QUICK_ANSWER = Duration.ofMillis(20);

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    /** What the database's clock showed when the machine's counter stood at {@code nanos}. */
    private record Reading(Instant shown, long nanos) {

        Instant now() {
            return shown.plusNanos(System.nanoTime() - nanos);
        }
    }

    private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();
    private final DataSource database;

    DatabaseClock(DataSource database) {
        this.database = database;
    }

    @Override
    public Instant instant() {
        Reading reading = last.get();
        return (reading == null ? firstReading() : reading).now();
    }

    /**
     * Compares once more.
     *
     * @param shown what the database said
     * @param asked when it was asked, as the machine's counter
     */
    public void compare(Instant shown, long asked) {
        long answered = System.nanoTime();
        Reading reading = new Reading(shown, asked + (answered - asked) / 2);
        last.updateAndGet(before -> isBetter(before, answered - asked, answered) ? reading : before);
    }

    /** How far this machine's own clock is ahead of the database's; negative when it is behind. */
    public Duration machineAhead() {
        return Duration.between(instant(), Clock.systemUTC().instant());
    }

    private static boolean isBetter(@Nullable Reading before, long took, long answered) {
        return before == null || took <= QUICK_ANSWER.toNanos() || answered - before.nanos() > GOOD_FOR.toNanos();
    }

    private Reading firstReading() {
        long asked = System.nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement("select clock_timestamp()");
                ResultSet answer = question.executeQuery()) {
            answer.next();
            compare(answer.getObject(1, OffsetDateTime.class).toInstant(), asked);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell the time", e);
        }
        return java.util.Objects.requireNonNull(last.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
