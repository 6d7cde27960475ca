package io.convoy.simulation;

import io.convoy.audit.AuditAct;
import io.convoy.program.Member;
import io.convoy.program.Roster;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts, from the audit alone, how many clusters moved or soaked at the same time. */
final class FleetLimit {

    private FleetLimit() {}

    /** The most at once; also refuses a second run of a cluster beside its first. */
    static int mostAtOnce(Roster roster, List<AuditAct> acts) {
        Map<String, Instant> soaking = new HashMap<>();
        Set<String> moving = new HashSet<>();
        int most = 0;
        for (AuditAct act : acts) {
            soaking.values().removeIf(until -> !until.isAfter(act.at()));
            if (act.act().equals("run.admitted")) {
                if (!moving.add(act.subject())) {
                    throw new AssertionError(act.subject() + " is in two runs");
                }
            } else if (act.act().endsWith(".last")) {
                moving.remove(act.subject());
                if (act.act().equals("step.done.last")) {
                    soaking.put(act.subject(), act.at().plus(soak(roster, act.subject())));
                    soaking.values().removeIf(until -> !until.isAfter(act.at()));
                }
            }
            most = Math.max(most, moving.size() + soaking.size());
        }
        return most;
    }

    private static java.time.Duration soak(Roster roster, String cluster) {
        return roster.find(new io.convoy.base.ClusterName(cluster))
                .map(Member::wave)
                .orElseThrow()
                .clusterSoaking();
    }
}
