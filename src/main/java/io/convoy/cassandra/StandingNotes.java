package io.convoy.cassandra;

import io.convoy.plan.Finding;
import java.util.ArrayList;
import java.util.List;

/** What no look at a cluster can tell, and what stays behind after every move. */
final class StandingNotes {

    private StandingNotes() {}

    static List<Finding> of(Move move, PlanningPolicy policy) {
        List<Finding> notes = new ArrayList<>();
        notes.add(PreflightCheck.note(
                "clients",
                "Their consistency levels cannot be seen. QUORUM, SERIAL and ALL count the replicas of both datacenters as soon"
                        + " as a keyspace is in both, and may meet new ones that are still empty.",
                "See that every client uses LOCAL_QUORUM, LOCAL_ONE or LOCAL_SERIAL, with " + move.source()
                        + " as its local datacenter, before the run starts."));
        if (move.replaces()) {
            notes.add(PreflightCheck.note(
                    "seeds",
                    "The new nodes start with seeds in " + move.source() + ", which leave.",
                    "When the run has ended, put nodes of " + move.targetName()
                            + " into the seeds of every node; it takes effect at the next restart."));
        }
        notes.add(PreflightCheck.note(
                "roles",
                "The superuser '" + policy.superuser() + "' stays when the run has succeeded.",
                "Drop it when Convoy no longer looks after this cluster."));
        return notes;
    }
}
