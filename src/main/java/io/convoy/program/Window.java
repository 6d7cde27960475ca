package io.convoy.program;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When clusters may be worked on, by the wall clock of their owner with its daylight saving. Written in one of two ways:
 * {@code days}, {@code from} and {@code to} (a {@code to} that is not after {@code from} is on the next day), or {@code cron}
 * (five fields as in Unix) and {@code lasts}.
 *
 * @param select which clusters it is for; all where it is absent. A cluster with several windows may be worked on in each
 * @param timeZone for example {@code Europe/Berlin}, UTC where it is absent
 * @param days on which it opens; every day where it is empty
 */
public record Window(
        String name,
        Optional<Selector> select,
        Optional<ZoneId> timeZone,
        Set<DayOfWeek> days,
        Optional<LocalTime> from,
        Optional<LocalTime> to,
        Optional<String> cron,
        Optional<Duration> lasts) {

    private static final Duration LONGEST = Duration.ofDays(8);
    private static final CronParser UNIX = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    /** Throws {@link IllegalArgumentException} where it is not written in one of the two ways. */
    public Window {
        days = Set.copyOf(days);
        boolean byClock = from.isPresent() && to.isPresent() && cron.isEmpty() && lasts.isEmpty();
        boolean byCron = cron.isPresent() && lasts.isPresent() && from.isEmpty() && to.isEmpty() && days.isEmpty();
        if (byClock == byCron) {
            throw new IllegalArgumentException(
                    "Window '" + name + "' says either from and to (and days), or cron and lasts");
        }
        cron.ifPresent(UNIX::parse);
        if (lasts.filter(length -> length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("Window '" + name + "' lasts more than nothing and at most 8 days");
        }
    }

    boolean isFor(Subject subject) {
        return select.map(selector -> selector.admits(subject)).orElse(true);
    }

    ZoneId zone() {
        return timeZone.orElse(java.time.ZoneOffset.UTC);
    }

    /** Its openings that begin from one instant to another, in their order. */
    List<Span> openings(Instant since, Instant until) {
        return cron.map(text -> byCron(UNIX.parse(text), since, until)).orElseGet(() -> byClock(since, until));
    }

    private List<Span> byClock(Instant since, Instant until) {
        List<Span> openings = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(until, zone());
        for (LocalDate day = LocalDate.ofInstant(since, zone()); !day.isAfter(last); day = day.plusDays(1)) {
            Span opening = opening(day);
            boolean within = !opening.from().isBefore(since) && opening.from().isBefore(until);
            if (within && !opening.isEmpty() && (days.isEmpty() || days.contains(day.getDayOfWeek()))) {
                openings.add(opening);
            }
        }
        return openings;
    }

    private Span opening(LocalDate day) {
        LocalTime opens = from.orElseThrow();
        LocalTime closes = to.orElseThrow();
        LocalDate closing = closes.isAfter(opens) ? day : day.plusDays(1);
        return new Span(
                day.atTime(opens).atZone(zone()).toInstant(),
                closing.atTime(closes).atZone(zone()).toInstant());
    }

    private List<Span> byCron(Cron schedule, Instant since, Instant until) {
        ExecutionTime times = ExecutionTime.forCron(schedule);
        List<Span> openings = new ArrayList<>();
        Optional<ZonedDateTime> next = times.nextExecution(since.minusNanos(1).atZone(zone()));
        while (next.isPresent() && next.get().toInstant().isBefore(until)) {
            Instant opens = next.get().toInstant();
            openings.add(new Span(opens, opens.plus(lasts.orElseThrow())));
            next = times.nextExecution(next.get());
        }
        return openings;
    }
}
