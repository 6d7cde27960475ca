package io.convoy.plan;

import io.convoy.base.Refusal;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.TreeMap;

/** The planners that there are, by the strategies that they plan. */
@ApplicationScoped
class Planners {

    private final Map<String, Planner> byStrategy = new TreeMap<>();

    Planners(@Any Instance<Planner> planners) {
        for (Planner planner : planners) {
            if (byStrategy.put(planner.strategy(), planner) != null) {
                throw new IllegalStateException("Two planners plan '" + planner.strategy() + "'");
            }
        }
    }

    /** The planner that the cluster's target asks for, or the refusal that says which there are. */
    Planner of(Cluster cluster) {
        String strategy = cluster.target()
                .map(Target::strategy)
                .orElseThrow(() -> Refusal.invalidAt(
                        "/target",
                        "Cluster " + cluster.name() + " has no target: say in the"
                                + " inventory what it shall become, with a strategy of " + known()));
        Planner planner = byStrategy.get(strategy);
        if (planner == null) {
            throw Refusal.invalidAt(
                    "/target/strategy",
                    "Cluster " + cluster.name() + ": nobody plans '" + strategy + "'; the strategies are " + known());
        }
        return planner;
    }

    private String known() {
        return String.join(", ", byStrategy.keySet());
    }
}
