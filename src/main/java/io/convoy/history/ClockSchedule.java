package io.convoy.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Opens on days from one time of the wall clock to another; to the next day's, where that is not later. */
record ClockSchedule(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) implements WindowThen.Schedule {

    ClockSchedule {
        days = Set.copyOf(days);
    }

    @Override
    public Optional<Opening> at(Instant instant) {
        LocalDate today = LocalDate.ofInstant(instant, zone);
        return Stream.of(today, today.minusDays(1))
                .filter(day -> days.isEmpty() || days.contains(day.getDayOfWeek()))
                .map(this::on)
                .filter(opening -> opening.holds(instant))
                .findFirst();
    }

    private Opening on(LocalDate day) {
        LocalDate end = from.isBefore(to) ? day : day.plusDays(1);
        return new Opening(
                day.atTime(from).atZone(zone).toInstant(),
                end.atTime(to).atZone(zone).toInstant());
    }
}
