package io.convoy.history;

import io.convoy.history.ClusterThen.Approved;
import java.util.List;
import java.util.Optional;

/** Nothing starts without an approval that stands, of just the plan that is run. */
final class ApprovalRule implements Rule {

    @Override
    public String name() {
        return "approval";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (!act.is(Act.ADMITTED)) {
            return List.of();
        }
        String plan = act.text("plan");
        Optional<String> created = past.run(act).map(RunThen::planDigest).filter(digest -> !digest.equals(plan));
        if (created.isPresent()) {
            return List.of("its run was created for plan " + created.get() + " and admitted for plan " + plan);
        }
        Optional<ClusterThen> cluster = past.known(act.cluster());
        Optional<Approved> stands = cluster.flatMap(ClusterThen::approved);
        Optional<Approved> before = cluster.flatMap(ClusterThen::approvedBefore);
        boolean approved = stands.filter(one -> one.digest().equals(plan)).isPresent()
                || before.filter(one -> one.digest().equals(plan) && hasJustEnded(one, act))
                        .isPresent();
        return approved ? List.of() : List.of("starts plan " + plan + " although " + why(stands, before));
    }

    private static boolean hasJustEnded(Approved one, Act act) {
        return one.endedBy()
                .filter(end -> !end.at().plus(Grace.OF_DECISIONS).isBefore(act.at()))
                .isPresent();
    }

    private static String why(Optional<Approved> stands, Optional<Approved> before) {
        return stands.map(other -> "the plan that is approved is " + other.digest())
                .or(() -> before.flatMap(Approved::endedBy).map(end -> "its approval was withdrawn by " + end.place()))
                .orElse("no plan of it was approved");
    }
}
