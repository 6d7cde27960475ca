package io.convoy.execution;

import io.convoy.inventory.Cluster;
import io.convoy.plan.ChangePlan;
import java.util.List;

/** Looks at clusters in runs for what somebody else has changed about them. */
public interface ChangeProbe {

    /** Whether it knows what such a plan makes of its cluster. */
    boolean watches(ChangePlan plan);

    /**
     * What is not as the plan and its steps so far make it. Whatever the steps under way may bring about is no difference, and
     * neither is a node that is down. Thrown where the cluster cannot be seen: nothing is known then.
     */
    List<Difference> differences(Cluster cluster, Position at);
}
