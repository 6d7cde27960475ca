package io.convoy.history;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Single openings by the wall clock. */
record SpanSchedule(List<Opening> openings) implements WindowThen.Schedule {

    SpanSchedule {
        openings = List.copyOf(openings);
    }

    /** Reads {@code 2026-12-01T22:00/2026-12-02T04:00}. */
    static Opening read(String text, ZoneId zone) {
        String[] ends = text.split("/", -1);
        return new Opening(
                LocalDateTime.parse(ends[0]).atZone(zone).toInstant(),
                LocalDateTime.parse(ends[1]).atZone(zone).toInstant());
    }

    @Override
    public Optional<Opening> at(Instant instant) {
        return openings.stream().filter(opening -> opening.holds(instant)).max(Comparator.comparing(Opening::to));
    }
}
