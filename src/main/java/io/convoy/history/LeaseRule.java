package io.convoy.history;

import io.convoy.history.Leases.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run has set on its cluster for a while is gone when it has ended. */
final class LeaseRule implements Rule {

    @Override
    public String name() {
        return "lease";
    }

    /** Two runs do not hold the same thing. */
    @Override
    public List<String> broken(Act act, Past past) {
        String kind =
                switch (act.word()) {
                    case "schema-freeze.requested" -> Leases.FREEZE;
                    case "throttle.set" -> Leases.THROTTLE;
                    default -> "";
                };
        return past.leases().on(act.cluster(), kind).stream()
                .filter(held -> !held.run().equals(act.run()))
                .map(held -> "run " + act.run() + " takes the " + kind + " that run " + held.run() + " holds since "
                        + held.by().place())
                .toList();
    }

    @Override
    public List<Violation> leftOver(Past past, Instant asOf) {
        return past.leases().open().stream()
                .flatMap(lease -> left(lease, past, asOf).stream())
                .toList();
    }

    private Optional<Violation> left(Lease lease, Past past, Instant asOf) {
        Optional<ClusterThen> cluster = past.known(lease.cluster());
        boolean goesOn = cluster.flatMap(ClusterThen::run)
                .filter(run -> run.id().equals(lease.run()))
                .isPresent();
        Act since = cluster.flatMap(ClusterThen::lastRun)
                .filter(ending -> ending.run().equals(lease.run()))
                .map(ClusterThen.Ending::by)
                .orElse(lease.by());
        if (goesOn || since.at().plus(Grace.OF_LEASES).isAfter(asOf)) {
            return Optional.empty();
        }
        String what = "the " + lease.kind() + " of run " + lease.run() + ", taken by "
                + lease.by().place() + ", was never released, and the run is not under way";
        return Optional.of(new Violation(lease.by().sequence(), lease.by().at(), lease.cluster(), name(), what));
    }
}
