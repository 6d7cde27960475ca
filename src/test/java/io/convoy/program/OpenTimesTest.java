package io.convoy.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTimesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aClusterWithoutWindowsAndFreezesIsAlwaysOpen() {
        assertThat(OpenTimes.ALWAYS.closesAt(Instant.EPOCH)).contains(Instant.MAX);
        assertThat(OpenTimes.ALWAYS.opensFor(HOUR, Instant.EPOCH)).contains(Instant.EPOCH);
    }

    @Test
    void aWindowOverMidnightEndsOnTheNextDay() {
        OpenTimes nights =
                times("windows: [{name: n, timeZone: Europe/Berlin, days: [FRIDAY], from: '22:00', to: '04:00'}]");

        assertThat(nights.closesAt(Instant.parse("2026-11-20T20:59:59Z"))).isEmpty();
        assertThat(nights.closesAt(Instant.parse("2026-11-21T01:00:00Z")))
                .contains(Instant.parse("2026-11-21T03:00:00Z"));
        assertThat(nights.opensFor(HOUR, Instant.parse("2026-11-21T03:00:00Z")))
                .contains(Instant.parse("2026-11-27T21:00:00Z"));
    }

    @Test
    void aNightInWhichTheClockIsPutForwardIsAnHourShorter() {
        OpenTimes nights = times("windows: [{name: n, timeZone: Europe/Berlin, from: '00:00', to: '06:00'}]");

        assertThat(nights.opensFor(Duration.ofHours(6), Instant.parse("2026-03-28T22:00:00Z")))
                .as("the night of 29 March has five hours")
                .contains(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void aNightInWhichTheClockIsPutBackIsAnHourLonger() {
        OpenTimes nights = times("windows: [{name: n, timeZone: Europe/Berlin, from: '00:00', to: '06:00'}]");

        assertThat(nights.opensFor(Duration.ofHours(7), Instant.parse("2026-10-20T22:00:00Z")))
                .contains(Instant.parse("2026-10-24T22:00:00Z"));
    }

    @Test
    void cronOpensByTheWallClock() {
        OpenTimes nights = times("windows: [{name: n, timeZone: America/New_York, cron: '0 22 * * 1-5', lasts: PT4H}]");

        assertThat(nights.opensFor(HOUR, Instant.parse("2026-11-21T12:00:00Z")))
                .as("Monday, ten in the evening, winter time")
                .contains(Instant.parse("2026-11-24T03:00:00Z"));
    }

    @Test
    void windowsThatTouchAreOne() {
        OpenTimes both =
                times("windows: [{name: a, from: '20:00', to: '22:00'}, {name: b, from: '22:00', to: '23:00'}]");

        assertThat(both.opensFor(Duration.ofHours(3), Instant.parse("2026-11-21T12:00:00Z")))
                .contains(Instant.parse("2026-11-21T20:00:00Z"));
    }

    @Test
    void aFreezeClosesWhatAWindowOpens() {
        OpenTimes times = times("""
                windows: [{name: n, from: '20:00', to: '22:00'}]
                freezes: [{name: holidays, from: 2026-12-24, to: 2026-12-26}]
                """);

        assertThat(times.opensFor(HOUR, Instant.parse("2026-12-24T00:00:00Z")))
                .contains(Instant.parse("2026-12-27T20:00:00Z"));
    }

    @Test
    void aFreezeAloneClosesWhatIsOtherwiseAlwaysOpen() {
        OpenTimes times = times("freezes: [{name: sale, from: '2026-11-27T18:00', to: '2026-11-28T06:00'}]");

        assertThat(times.closesAt(Instant.parse("2026-11-20T00:00:00Z")))
                .contains(Instant.parse("2026-11-27T18:00:00Z"));
        assertThat(times.closesAt(Instant.parse("2026-11-27T18:00:00Z"))).isEmpty();
        assertThat(times.closesAt(Instant.parse("2026-11-28T06:00:00Z"))).contains(Instant.MAX);
    }

    @Test
    void whatNoWindowIsLongEnoughForIsNotInSight() {
        OpenTimes short_ = times("windows: [{name: n, from: '20:00', to: '22:00'}]");

        assertThat(short_.opensFor(Duration.ofHours(3), Instant.parse("2026-11-21T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void whatWasAskedBeforeDoesNotMatter() {
        OpenTimes times = times("windows: [{name: n, from: '20:00', to: '22:00'}]");
        times.closesAt(Instant.parse("2030-01-01T21:00:00Z"));

        assertThat(times.closesAt(Instant.parse("2026-01-01T21:00:00Z")))
                .contains(Instant.parse("2026-01-01T22:00:00Z"));
        assertThat(times.closesAt(Instant.parse("2030-01-01T21:00:00Z")))
                .contains(Instant.parse("2030-01-01T22:00:00Z"));
    }

    private static OpenTimes times(String program) {
        Program read = ProgramForm.read(program);
        return new Calendars(read.windows(), read.freezes())
                .of(Programs.clusters("a").get(0));
    }

    @Test
    void aWindowOfOtherClustersIsNoneOfThisOne() {
        Program read = ProgramForm.read("windows: [{name: n, select: name=b, from: '20:00', to: '22:00'}]");
        List<Subject> clusters = Programs.clusters("a", "b");
        Calendars calendars = new Calendars(read.windows(), read.freezes());

        assertThat(calendars.of(clusters.get(0))).isSameAs(OpenTimes.ALWAYS);
        assertThat(calendars.of(clusters.get(1)).isAlways()).isFalse();
    }
}
