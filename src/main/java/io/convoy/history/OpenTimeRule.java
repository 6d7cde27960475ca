package io.convoy.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Clusters start, and steps begin on the way forward, within a window and outside every freeze; a step that may not be
 * interrupted begins only when what it takes nine times out of ten fits in: what the server reckoned with, and never less than what
 * is expected of it.
 */
final class OpenTimeRule implements Rule {

    /** What was reckoned with where the audit does not say. */
    private static final int TWICE = 2;

    @Override
    public String name() {
        return "window";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (past.program().windows().isEmpty() && past.program().freezes().isEmpty()) {
            return List.of();
        }
        if (act.is(Act.ADMITTED)) {
            return closed("starts", Duration.ZERO, SubjectThen.of(act), act, past);
        }
        if (!act.is(Act.BEGUN) || act.way() == Way.BACK) {
            return List.of();
        }
        return past.run(act)
                .flatMap(RunThen::admission)
                .map(RunThen.Admission::subject)
                .filter(subject -> past.program().waveOf(subject).isPresent())
                .map(subject -> closed("begins step " + act.text("step"), longest(act), subject, act, past))
                .orElse(List.of());
    }

    private static Duration longest(Act begun) {
        if (begun.details().path("interruptible").asBoolean()) {
            return Duration.ZERO;
        }
        long expected = begun.details().path("expected").asLong();
        long longest = begun.details().path("longest").asLong(expected * TWICE);
        return Duration.ofSeconds(Math.max(expected, longest));
    }

    private static List<String> closed(String does, Duration length, SubjectThen subject, Act act, Past past) {
        OpenTimes times = OpenTimes.of(past.program(), subject);
        Instant decided = act.at().minus(Grace.OF_DECISIONS);
        Optional<String> closed = times.closed(act.at(), length);
        return closed
                .filter(why -> times.closed(decided, length).isPresent())
                .map(why -> does + (length.isZero() ? " " : ", which may take " + length + ", ") + why)
                .stream()
                .toList();
    }
}
