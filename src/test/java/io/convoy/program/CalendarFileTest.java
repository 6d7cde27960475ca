package io.convoy.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void wholeDaysBecomeFreezesEachYear() {
        Program program = read("""
                        BEGIN:VEVENT
                        UID:1
                        SUMMARY:Holidays
                        DTSTART;VALUE=DATE:20241224
                        DTEND;VALUE=DATE:20241227
                        RRULE:FREQ=YEARLY
                        END:VEVENT
                        """).asFreezes(Program.EMPTY);

        assertThat(program.freezes())
                .extracting(freeze -> freeze.name() + " " + freeze.from() + " " + freeze.to() + " "
                        + freeze.reason().orElse(""))
                .containsExactly("shop-1 2026-12-24 2026-12-26 Holidays", "shop-2 2027-12-24 2027-12-26 Holidays");
    }

    @Test
    void eventsOfAWindowFollowTheWallClockOfTheirZone() {
        Program program = read("""
                        BEGIN:VEVENT
                        UID:2
                        SUMMARY:Change night
                        DTSTART;TZID=Europe/Berlin:20270320T220000
                        DTEND;TZID=Europe/Berlin:20270321T040000
                        RRULE:FREQ=WEEKLY;COUNT=3
                        EXDATE;TZID=Europe/Berlin:20270403T220000
                        END:VEVENT
                        """).asWindow(Program.EMPTY);

        assertThat(program.windows().get(0).openings(NOW, NOW.plus(CalendarFile.AHEAD)))
                .as("the clock is put forward on 28 March 2027, within the second one")
                .containsExactly(
                        new Span(Instant.parse("2027-03-20T21:00:00Z"), Instant.parse("2027-03-21T03:00:00Z")),
                        new Span(Instant.parse("2027-03-27T21:00:00Z"), Instant.parse("2027-03-28T03:00:00Z")));
    }

    @Test
    void aTimeWithoutAZoneIsReadInTheOwners() {
        Program program = read("""
                        BEGIN:VEVENT
                        UID:3
                        DTSTART:20261201T200000
                        DURATION:PT2H
                        END:VEVENT
                        """).asFreezes(Program.EMPTY);

        assertThat(program.freezes().get(0).span())
                .isEqualTo(new Span(Instant.parse("2026-12-01T19:00:00Z"), Instant.parse("2026-12-01T21:00:00Z")));
    }

    @Test
    void importingAgainReplacesWhatTheCalendarHadBecome() {
        CalendarFile file = read("""
                BEGIN:VEVENT
                UID:4
                DTSTART:20261201T200000Z
                DTEND:20261201T210000Z
                END:VEVENT
                """);
        Program other = ProgramForm.read("freezes: [{name: shop-owners, from: 2026-12-01, to: 2026-12-02}]");

        assertThat(file.asFreezes(file.asFreezes(other)).freezes()).hasSize(2);
        assertThat(file.asWindow(file.asWindow(other)).windows()).hasSize(1);
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        assertThatThrownBy(() -> CalendarFile.read("hello", "shop", Optional.empty(), BERLIN, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not an iCalendar file");
        assertThatThrownBy(() -> read("")).isInstanceOf(Refusal.class).hasMessageContaining("no event");
    }

    private static CalendarFile read(String events) {
        String text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + events + "END:VCALENDAR\n";
        return CalendarFile.read(text.replace("\n", "\r\n"), "shop", Optional.empty(), BERLIN, NOW);
    }

    @Test
    void aWindowOfSpansIsReadBackAsItWasWritten() {
        Window window = Window.ofSpans("one", Optional.empty(), BERLIN, List.of("2026-12-01T22:00/2026-12-02T04:00"));
        Program program = Program.EMPTY.with(List.of(window), List.of());

        assertThat(ProgramForm.read(ProgramForm.json(program))).isEqualTo(program);
    }
}
