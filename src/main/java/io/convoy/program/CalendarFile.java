package io.convoy.program;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.ICalDate;
import io.convoy.base.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;

/**
 * An iCalendar file (RFC 5545) as freezes or as one window: every occurrence of its events, recurring ones included, from now
 * until two years ahead. Times without a zone are read in the calendar's owner's.
 */
public final class CalendarFile {

    /** How far ahead occurrences are written out; import the file again before that. */
    public static final Duration AHEAD = Duration.ofDays(731);

    private static final int MOST = 5_000;

    private final String name;
    private final Optional<Selector> select;
    private final ZoneId zone;
    private final List<Occurrence> occurrences;

    private record Occurrence(String summary, String from, String to) {}

    private CalendarFile(String name, Optional<Selector> select, ZoneId zone, List<Occurrence> occurrences) {
        this.name = name;
        this.select = select;
        this.zone = zone;
        this.occurrences = occurrences;
    }

    /** Refuses a text that is no calendar, or has no event ahead. */
    public static CalendarFile read(String text, String name, Optional<Selector> select, ZoneId zone, Instant now) {
        ICalendar calendar =
                Biweekly.parse(text).defaultTimezone(TimeZone.getTimeZone(zone)).first();
        if (calendar == null) {
            throw Refusal.invalid("This is not an iCalendar file (BEGIN:VCALENDAR …); nothing was changed", List.of());
        }
        List<Occurrence> occurrences = new ArrayList<>();
        calendar.getEvents().forEach(event -> addTo(occurrences, event, zone, now));
        if (occurrences.isEmpty()) {
            throw Refusal.invalid("The calendar has no event from " + now + " on; nothing was changed", List.of());
        }
        if (occurrences.size() > MOST) {
            throw Refusal.invalid(
                    "The calendar has " + occurrences.size() + " events within two years, more than " + MOST,
                    List.of());
        }
        return new CalendarFile(name, select, zone, occurrences);
    }

    /** The program with these freezes in place of those that an earlier import of the same name has made. */
    public Program asFreezes(Program program) {
        List<Freeze> freezes = new ArrayList<>(program.freezes().stream()
                .filter(freeze -> !freeze.name().matches(java.util.regex.Pattern.quote(name) + "-\\d+"))
                .toList());
        IntStream.range(0, occurrences.size()).forEach(i -> freezes.add(freeze(i)));
        return program.with(program.windows(), freezes);
    }

    /** The program with this window in place of the one of the same name. */
    public Program asWindow(Program program) {
        List<Window> windows = new ArrayList<>(program.windows().stream()
                .filter(window -> !window.name().equals(name))
                .toList());
        List<String> spans = occurrences.stream()
                .map(occurrence -> begin(occurrence.from()) + "/" + end(occurrence.to()))
                .toList();
        windows.add(Window.ofSpans(name, select, zone, spans));
        return program.with(windows, program.freezes());
    }

    private Freeze freeze(int number) {
        Occurrence occurrence = occurrences.get(number);
        return new Freeze(
                name + "-" + (number + 1),
                select,
                Optional.of(zone),
                occurrence.from(),
                occurrence.to(),
                Optional.of(occurrence.summary()).filter(summary -> !summary.isBlank()));
    }

    private static void addTo(List<Occurrence> occurrences, VEvent event, ZoneId zone, Instant now) {
        DateStart start = event.getDateStart();
        if (start == null || start.getValue() == null) {
            return;
        }
        boolean wholeDays = !start.getValue().hasTime();
        Duration length = length(event, start.getValue(), wholeDays);
        String summary = event.getSummary() == null
                ? ""
                : String.valueOf(event.getSummary().getValue());
        Iterator<Date> dates = event.getDateIterator(TimeZone.getTimeZone(zone));
        while (dates.hasNext() && occurrences.size() <= MOST) {
            Instant from = dates.next().toInstant();
            if (from.isAfter(now.plus(AHEAD))) {
                return;
            }
            if (from.plus(length).isAfter(now) && !length.isZero()) {
                occurrences.add(occurrence(summary, from, length, wholeDays, zone));
            }
        }
    }

    private static Occurrence occurrence(
            String summary, Instant from, Duration length, boolean wholeDays, ZoneId zone) {
        if (wholeDays) {
            LocalDate first = LocalDate.ofInstant(from, zone);
            return new Occurrence(
                    summary,
                    first.toString(),
                    first.plusDays(length.toDays() - 1).toString());
        }
        return new Occurrence(
                summary,
                LocalDateTime.ofInstant(from, zone).toString(),
                LocalDateTime.ofInstant(from.plus(length), zone).toString());
    }

    /** An event without an end lasts a day where it has no time, and no time at all where it has one. */
    private static Duration length(VEvent event, ICalDate start, boolean wholeDays) {
        DateEnd end = event.getDateEnd();
        if (end != null && end.getValue() != null) {
            Duration length = Duration.between(start.toInstant(), end.getValue().toInstant());
            return wholeDays ? Duration.ofDays(Math.round(length.toHours() / 24.0)) : length;
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return Duration.ofMillis(event.getDuration().getValue().toMillis());
        }
        return wholeDays ? Duration.ofDays(1) : Duration.ZERO;
    }

    private static String begin(String text) {
        return text.indexOf('T') < 0 ? text + "T00:00" : text;
    }

    private static String end(String text) {
        return text.indexOf('T') < 0 ? LocalDate.parse(text).plusDays(1) + "T00:00" : text;
    }
}
