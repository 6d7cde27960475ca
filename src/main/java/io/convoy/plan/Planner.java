package io.convoy.plan;

import io.convoy.inventory.Cluster;
import java.util.List;

/** Looks at a cluster and says how it would be moved. One per strategy. */
public interface Planner {

    /** The strategy that it plans, as the inventory's {@code target.strategy} names it. */
    String strategy();

    /**
     * Looks at the cluster and plans its move. Where the cluster cannot be reached, plans from the inventory alone and says so
     * in a {@link Finding.Severity#BLOCKER}.
     */
    ChangePlan plan(String fleet, Cluster cluster);

    /** The facts that a plan of this strategy would rely on if it were made now. */
    List<Fact> facts(Cluster cluster);
}
