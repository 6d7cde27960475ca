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
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When clusters may be worked on, by the wall clock of their owner with its daylight saving. Written in one of three ways:
 * {@code days}, {@code from} and {@code to} (a {@code to} that is not after {@code from} is on the next day), or {@code cron}
 * (five fields as in Unix) and {@code lasts}; or as {@code spans}.
 *
 * @param select which clusters it is for; all where it is absent. A cluster with several windows may be worked on in each
 * @param timeZone for example {@code Europe/Berlin}, UTC where it is absent
 * @param days on which it opens; every day where it is empty
 * @param spans single openings by the wall clock, each as in {@code 2026-12-01T22:00/2026-12-02T04:00}
 */
public record Window(
        String name,
        Optional<Selector> select,
        Optional<ZoneId> timeZone,
        Set<DayOfWeek> days,
        Optional<LocalTime> from,
        Optional<LocalTime> to,
        Optional<String> cron,
        Optional<Duration> lasts,
        List<String> spans) {

    private static final Duration LONGEST = Duration.ofDays(8);
    private static final CronParser UNIX = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    /** Throws {@link IllegalArgumentException} where it is not written in one of the two ways. */
    public Window {
        days = Set.copyOf(days);
        spans = List.copyOf(spans);
        boolean byClock = from.isPresent() && to.isPresent();
        boolean byCron = cron.isPresent() && lasts.isPresent();
        long ways =
                Stream.of(byClock, byCron, !spans.isEmpty()).filter(way -> way).count();
        boolean strayClock = !byClock && (from.isPresent() || to.isPresent() || !days.isEmpty());
        boolean strayCron = !byCron && (cron.isPresent() || lasts.isPresent());
        if (ways != 1 || strayClock || strayCron) {
            throw new IllegalArgumentException(
                    "Window '" + name + "' says either from and to (and days), or cron and lasts, or spans");
        }
        spans.forEach(Window::localSpan);
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
        if (!spans.isEmpty()) {
            return bySpans(since, until);
        }
        return cron.map(text -> byCron(UNIX.parse(text), since, until)).orElseGet(() -> byClock(since, until));
    }

    private List<Span> bySpans(Instant since, Instant until) {
        return spans.stream()
                .map(text -> localSpan(text).in(zone()))
                .filter(span -> !span.from().isBefore(since) && span.from().isBefore(until))
                .toList();
    }

    private static LocalSpan localSpan(String text) {
        String[] ends = text.split("/", -1);
        try {
            LocalSpan span = new LocalSpan(LocalDateTime.parse(ends[0]), LocalDateTime.parse(ends[ends.length - 1]));
            if (ends.length == 2
                    && span.from().isBefore(span.to())
                    && !span.to().isAfter(span.from().plus(LONGEST))) {
                return span;
            }
        } catch (DateTimeParseException e) {
            throw unreadable(text, e);
        }
        throw unreadable(text, null);
    }

    private static IllegalArgumentException unreadable(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "'" + text + "' is not a span: write 2026-12-01T22:00/2026-12-02T04:00, at most 8 days long", cause);
    }

    private record LocalSpan(LocalDateTime from, LocalDateTime to) {
        Span in(ZoneId zone) {
            return new Span(from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
        }
    }

    /** One of single openings. */
    static Window ofSpans(String name, Optional<Selector> select, ZoneId zone, List<String> spans) {
        return new Window(
                name,
                select,
                Optional.of(zone),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                spans);
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
