package io.convoy.history;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Opens by a cron expression, for a while. Remembers the opening, or the pause, that the last question was about. */
final class CronSchedule implements WindowThen.Schedule {

    private final ZoneId zone;
    private final ExecutionTime times;
    private final Duration lasts;
    private Opening opening = new Opening(Instant.MIN, Instant.MIN);
    private Opening pause = new Opening(Instant.MIN, Instant.MIN);

    CronSchedule(ZoneId zone, String cron, Duration lasts) {
        this.zone = zone;
        this.lasts = lasts;
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        times = ExecutionTime.forCron(parser.parse(cron));
    }

    @Override
    public Optional<Opening> at(Instant instant) {
        if (!opening.holds(instant) && !pause.holds(instant)) {
            look(instant);
        }
        return opening.holds(instant) ? Optional.of(opening) : Optional.empty();
    }

    private void look(Instant instant) {
        ZonedDateTime minute = instant.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        // The last execution is one before the instant that is asked for: asked from the next minute, this one counts.
        times.lastExecution(minute.plusMinutes(1))
                .map(ZonedDateTime::toInstant)
                .ifPresent(from -> opening = new Opening(from, from.plus(lasts)));
        if (!opening.holds(instant)) {
            Instant next =
                    times.nextExecution(minute).map(ZonedDateTime::toInstant).orElse(Instant.MAX);
            pause = new Opening(instant, next);
        }
    }
}
