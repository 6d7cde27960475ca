package io.convoy.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A time in which clusters are left alone, whatever their windows say.
 *
 * @param from a date or a date and time of the wall clock, for example {@code 2026-12-24} or {@code 2026-12-24T18:00}
 * @param to the same; a date alone is in the freeze to its end
 */
public record Freeze(
        String name,
        Optional<Selector> select,
        Optional<ZoneId> timeZone,
        String from,
        String to,
        Optional<String> reason) {

    /** Throws {@link IllegalArgumentException} where its ends cannot be read or come in the wrong order. */
    public Freeze {
        if (!begin(from).isBefore(end(to))) {
            throw new IllegalArgumentException(
                    "Freeze '" + name + "' ends (" + to + ") before it begins (" + from + ")");
        }
    }

    boolean isFor(Subject subject) {
        return select.map(selector -> selector.admits(subject)).orElse(true);
    }

    public Span span() {
        return new Span(instant(begin(from)), instant(end(to)));
    }

    private Instant instant(LocalDateTime moment) {
        return moment.atZone(timeZone.orElse(ZoneOffset.UTC)).toInstant();
    }

    private static LocalDateTime begin(String text) {
        return isDate(text) ? date(text).atStartOfDay() : moment(text);
    }

    private static LocalDateTime end(String text) {
        return isDate(text) ? date(text).plusDays(1).atStartOfDay() : moment(text);
    }

    private static boolean isDate(String text) {
        return text.indexOf('T') < 0;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw unreadable(text, e);
        }
    }

    private static LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw unreadable(text, e);
        }
    }

    private static IllegalArgumentException unreadable(String text, DateTimeParseException cause) {
        return new IllegalArgumentException(
                "'" + text + "' is neither a date (2026-12-24) nor a date and time (2026-12-24T18:00)", cause);
    }
}
