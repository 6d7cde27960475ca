package io.convoy.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The windows and freezes of one cluster. */
record OpenTimes(List<WindowThen> windows, List<FreezeThen> freezes) {

    static OpenTimes of(ProgramThen program, SubjectThen subject) {
        return new OpenTimes(
                program.windows().stream()
                        .filter(window -> window.select().admits(subject))
                        .toList(),
                program.freezes().stream()
                        .filter(freeze -> freeze.select().admits(subject))
                        .toList());
    }

    /** Why it is not open from an instant on for so long; empty where it is. */
    Optional<String> closed(Instant from, Duration length) {
        Instant to = from.plus(length);
        Optional<String> frozen = freezes.stream()
                .filter(freeze -> freeze.touches(from, to))
                .map(freeze -> "in freeze " + freeze.name())
                .findFirst();
        return frozen.or(() -> windows.isEmpty() ? Optional.empty() : outside(from, to));
    }

    /** Goes from one opening to the next that begins before it ends. */
    private Optional<String> outside(Instant from, Instant to) {
        Instant reached = from;
        do {
            Optional<Instant> end = openUntil(reached);
            if (end.isEmpty()) {
                return Optional.of(
                        reached.equals(from) ? "outside its windows" : "until after its window, which ends " + reached);
            }
            reached = end.get();
        } while (reached.isBefore(to));
        return Optional.empty();
    }

    private Optional<Instant> openUntil(Instant at) {
        return windows.stream()
                .flatMap(window -> window.schedule().at(at).stream())
                .map(Opening::to)
                .max(Comparator.naturalOrder());
    }
}
