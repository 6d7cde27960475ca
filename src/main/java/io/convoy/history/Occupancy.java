package io.convoy.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who counts under the limits, by dimension and value: those that move, and those that have moved and soak. */
final class Occupancy {

    private static final Tally NOBODY = new Tally();

    private final Map<String, Map<String, Tally>> tallies = new HashMap<>();
    private final Map<String, Soaking> soaking = new LinkedHashMap<>();

    private record Soaking(RunThen run, SubjectThen subject, Instant since) {}

    Tally of(String dimension, String value) {
        return tallies.getOrDefault(dimension, Map.of()).getOrDefault(value, NOBODY);
    }

    void moves(SubjectThen subject) {
        noLongerSoaks(subject.name());
        subject.traits()
                .forEach((dimension, values) ->
                        values.forEach(value -> tallies.computeIfAbsent(dimension, key -> new HashMap<>())
                                .computeIfAbsent(value, key -> new Tally())
                                .add(subject)));
    }

    void passes(SubjectThen subject, int more) {
        subject.traits().forEach((dimension, values) -> values.stream()
                .map(value -> of(dimension, value))
                .filter(tally -> tally != NOBODY)
                .forEach(tally -> tally.passes(more)));
    }

    void soaks(RunThen run, SubjectThen subject, Instant since) {
        soaking.put(subject.name(), new Soaking(run, subject, since));
    }

    void stops(SubjectThen subject) {
        subject.traits().forEach((dimension, values) -> values.forEach(value -> stops(subject, dimension, value)));
    }

    private void stops(SubjectThen subject, String dimension, String value) {
        Map<String, Tally> values = tallies.getOrDefault(dimension, new HashMap<>());
        Tally tally = values.getOrDefault(value, NOBODY);
        if (tally != NOBODY) {
            tally.remove(subject);
            if (tally.isEmpty()) {
                values.remove(value);
            }
        }
    }

    /** It is to move again, or does. */
    void noLongerSoaks(String cluster) {
        Soaking ended = soaking.remove(cluster);
        if (ended != null) {
            stops(ended.subject());
        }
    }

    /** Lets those go that have soaked as long as the program asks. */
    void settle(ProgramThen program, Instant at) {
        for (Iterator<Soaking> all = soaking.values().iterator(); all.hasNext(); ) {
            Soaking one = all.next();
            Instant end = one.since().plus(one.run().soakUnder(program)).minus(Grace.OF_DECISIONS);
            if (!end.isAfter(at)) {
                all.remove();
                stops(one.subject());
            }
        }
    }
}
