package io.convoy.program;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a cluster may be worked on: in any of its windows, or always where it has none, and in none of its freezes.
 *
 * <p>Looks at most {@value #HORIZON_DAYS} days ahead. Spans are worked out when they are asked for, and kept.
 */
public final class OpenTimes {

    /** For clusters without windows and freezes. */
    public static final OpenTimes ALWAYS = new OpenTimes(List.of(), List.of());

    private static final int HORIZON_DAYS = 400;
    /** No opening is longer. */
    private static final Duration BACK = Duration.ofDays(9);

    private final List<Window> windows;
    private final List<Span> freezes;
    private volatile Known known;

    /** The open spans that touch a stretch of time. */
    private record Known(Instant since, Instant until, List<Span> open) {
        boolean covers(Instant from, Instant to) {
            return !from.isBefore(since) && !to.isAfter(until);
        }
    }

    OpenTimes(List<Window> windows, List<Freeze> freezes) {
        this.windows = List.copyOf(windows);
        this.freezes = freezes.stream()
                .map(Freeze::span)
                .sorted(Comparator.comparing(Span::from))
                .toList();
        known = this.windows.isEmpty()
                ? new Known(Instant.MIN, Instant.MAX, less(List.of(new Span(Instant.MIN, Instant.MAX))))
                : new Known(Instant.MAX, Instant.MIN, List.of());
    }

    /** When the present opening ends, {@link Instant#MAX} where it never does; empty while it is closed. */
    public Optional<Instant> closesAt(Instant now) {
        return openFrom(now, Duration.ofDays(1)).filter(span -> span.holds(now)).map(Span::to);
    }

    /** The first instant, this one included, from which it stays open for so long; empty where that is not in sight. */
    public Optional<Instant> opensFor(Duration length, Instant now) {
        List<Span> spans = spans(now, Duration.ofDays(HORIZON_DAYS));
        for (int place = firstAfter(now, spans); place < spans.size(); place++) {
            Span span = spans.get(place);
            Instant from = later(span.from(), now);
            if (span.to().equals(Instant.MAX) || !from.plus(length).isAfter(span.to())) {
                return Optional.of(from);
            }
        }
        return Optional.empty();
    }

    /** Whether it is open now and stays so for so long. */
    public boolean isOpenFor(Duration length, Instant now) {
        return isAlways()
                || closesAt(now)
                        .filter(end ->
                                end.equals(Instant.MAX) || !now.plus(length).isAfter(end))
                        .isPresent();
    }

    public boolean isAlways() {
        return windows.isEmpty() && freezes.isEmpty();
    }

    private Optional<Span> openFrom(Instant now, Duration ahead) {
        List<Span> spans = spans(now, ahead);
        int first = firstAfter(now, spans);
        return first < spans.size() ? Optional.of(spans.get(first)) : Optional.empty();
    }

    /** The place of the first one that is not over yet. */
    private static int firstAfter(Instant now, List<Span> spans) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).to().isAfter(now)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private List<Span> spans(Instant now, Duration ahead) {
        Known present = known;
        if (present.covers(now, now.plus(ahead))) {
            return present.open();
        }
        Instant since = earlier(present.since(), now);
        Instant until = later(present.until(), now.plus(Duration.ofDays(2 * HORIZON_DAYS)));
        Known wider = new Known(since, until, less(united(since.minus(BACK), until)));
        known = wider;
        return wider.open();
    }

    private List<Span> united(Instant since, Instant until) {
        List<Span> all = new ArrayList<>();
        windows.forEach(window -> all.addAll(window.openings(since, until)));
        all.sort(Comparator.comparing(Span::from));
        List<Span> united = new ArrayList<>();
        for (Span span : all) {
            int last = united.size() - 1;
            if (last >= 0 && !span.from().isAfter(united.get(last).to())) {
                Span before = united.remove(last);
                Instant to = span.to().isAfter(before.to()) ? span.to() : before.to();
                united.add(new Span(before.from(), to));
            } else {
                united.add(span);
            }
        }
        return united;
    }

    private List<Span> less(List<Span> open) {
        List<Span> rest = open;
        for (Span freeze : freezes) {
            rest = rest.stream()
                    .flatMap(span -> java.util.stream.Stream.of(
                            new Span(span.from(), earlier(span.to(), freeze.from())),
                            new Span(later(span.from(), freeze.to()), span.to())))
                    .filter(span -> !span.isEmpty())
                    .toList();
        }
        return rest;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
