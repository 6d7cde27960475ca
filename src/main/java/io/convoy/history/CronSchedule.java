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

/** Opens by a cron expression, for a while. Remembers the last opening, which most questions are about. */
final class CronSchedule implements WindowThen.Schedule {

    private final ZoneId zone;
    private final ExecutionTime times;
    private final Duration lasts;
    private Opening last = new Opening(Instant.MIN, Instant.MIN);

    CronSchedule(ZoneId zone, String cron, Duration lasts) {
        this.zone = zone;
        this.lasts = lasts;
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        times = ExecutionTime.forCron(parser.parse(cron));
    }

    @Override
    public Optional<Opening> at(Instant instant) {
        if (last.holds(instant)) {
            return Optional.of(last);
        }
        // The last execution is one before the instant that is asked for: asked from the next minute, this one counts.
        ZonedDateTime nextMinute =
                instant.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        Optional<Opening> opening = times.lastExecution(nextMinute)
                .map(ZonedDateTime::toInstant)
                .map(from -> new Opening(from, from.plus(lasts)))
                .filter(found -> found.holds(instant));
        opening.ifPresent(found -> last = found);
        return opening;
    }
}
