package io.convoy.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cluster starts after those that it waits for have moved and soaked. Judged among clusters that the history has seen
 * admitted: one that is admitted for the first time shows which ones should have waited for it.
 */
final class DependencyRule implements Rule {

    @Override
    public String name() {
        return "dependency";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (!act.is(Act.ADMITTED) || past.program().dependencies().isEmpty()) {
            return List.of();
        }
        SubjectThen subject = SubjectThen.of(act);
        boolean isNew = past.cluster(act.cluster()).lastAdmission() == 0;
        return Stream.concat(tooSoon(subject, act, past), isNew ? tooLate(subject, past) : Stream.of())
                .toList();
    }

    private static Stream<String> tooSoon(SubjectThen subject, Act act, Past past) {
        return past.clusters().stream()
                .filter(first -> !hasSoaked(first, act.at(), past))
                .filter(first -> first.subject()
                        .filter(other -> binds(past, subject, other))
                        .isPresent())
                .map(first -> "starts before " + first.name() + ", which it comes after, has moved and soaked");
    }

    private static Stream<String> tooLate(SubjectThen subject, Past past) {
        return past.clusters().stream()
                .filter(waiting -> waiting.lastAdmission() > past.lastChange())
                .filter(waiting -> waiting.subject()
                        .filter(other -> binds(past, other, subject))
                        .isPresent())
                .map(waiting -> waiting.name() + ", which comes after it, was admitted before, by entry "
                        + waiting.lastAdmission());
    }

    private static boolean binds(Past past, SubjectThen waiting, SubjectThen first) {
        return past.program().dependencies().stream().anyMatch(one -> one.binds(waiting, first))
                && past.program().waveOf(waiting).isPresent()
                && past.program().waveOf(first).isPresent();
    }

    private static boolean hasSoaked(ClusterThen first, Instant at, Past past) {
        Duration soak = first.subject()
                .flatMap(past.program()::waveOf)
                .map(WaveThen::clusterSoak)
                .orElse(Duration.ZERO);
        return first.succeededAt()
                .filter(end -> !end.plus(soak).minus(Grace.OF_DECISIONS).isAfter(at))
                .isPresent();
    }
}
