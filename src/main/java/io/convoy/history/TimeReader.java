package io.convoy.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/** Reads the windows and freezes of the program's document. */
final class TimeReader {

    private TimeReader() {}

    static WindowThen window(JsonNode window) {
        return new WindowThen(ProgramReader.selector(window.path("select")), schedule(window));
    }

    static FreezeThen freeze(JsonNode freeze) {
        ZoneId zone = zone(freeze);
        String to = freeze.path("to").asText();
        LocalDateTime end = isDay(to) ? LocalDate.parse(to).plusDays(1).atStartOfDay() : LocalDateTime.parse(to);
        String from = freeze.path("from").asText();
        LocalDateTime begin = isDay(from) ? LocalDate.parse(from).atStartOfDay() : LocalDateTime.parse(from);
        return new FreezeThen(
                freeze.path("name").asText(),
                ProgramReader.selector(freeze.path("select")),
                new Opening(begin.atZone(zone).toInstant(), end.atZone(zone).toInstant()));
    }

    private static WindowThen.Schedule schedule(JsonNode window) {
        if (window.hasNonNull("cron")) {
            return new CronSchedule(
                    zone(window),
                    window.path("cron").asText(),
                    Duration.parse(window.path("lasts").asText()));
        }
        if (!window.path("spans").isEmpty()) {
            ZoneId zone = zone(window);
            return new SpanSchedule(
                    ProgramReader.each(window.path("spans"), span -> SpanSchedule.read(span.asText(), zone)));
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        window.path("days").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
        return new ClockSchedule(
                zone(window),
                days,
                LocalTime.parse(window.path("from").asText()),
                LocalTime.parse(window.path("to").asText()));
    }

    private static boolean isDay(String text) {
        return !text.contains("T");
    }

    private static ZoneId zone(JsonNode timed) {
        return ProgramReader.given(timed.path("timeZone"), ZoneId::of).orElse(ZoneOffset.UTC);
    }
}
