package io.convoy.history;

import java.time.Instant;
import java.util.Optional;

/** A hold that was set and not removed. */
record HoldThen(String scope, Instant since, Optional<Instant> until, String setBy) {

    static HoldThen of(Act set) {
        String until = set.text("until");
        Optional<Instant> end = until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until));
        return new HoldThen(set.subject(), set.at(), end, set.place());
    }

    /** One that is set anew while it stands has stood since it was first set. */
    HoldThen followedBy(HoldThen next) {
        boolean stands = until.map(next.since()::isBefore).orElse(true);
        return stands ? new HoldThen(scope, since, next.until(), next.setBy()) : next;
    }

    /** Whether nobody who decided shortly before the instant could have missed it. */
    boolean standsAt(Instant at) {
        return since.plus(Grace.OF_DECISIONS).isBefore(at)
                && until.map(at::isBefore).orElse(true);
    }

    boolean covers(SubjectThen subject, String wave) {
        return scope.equals("program")
                || scope.equals("wave:" + wave)
                || scope.equals("cluster:" + subject.name())
                || (scope.startsWith("region:") && subject.in("region").contains(scope.substring("region:".length())));
    }
}
