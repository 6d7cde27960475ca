package io.convoy.execution;

import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlanRevision;
import io.convoy.plan.Plans;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a run's plan from the plans that are kept, and insists on the digest that was approved. */
@ApplicationScoped
class StoredPlans implements FrozenPlans {

    private final Plans plans;

    StoredPlans(Plans plans) {
        this.plans = plans;
    }

    @Override
    public ChangePlan planOf(Run run) {
        PlanRevision revision = plans.find(run.cluster(), run.planRevision());
        if (!revision.digest().equals(run.planDigest())) {
            throw new IllegalStateException("Revision " + run.planRevision() + " of the plan for " + run.cluster()
                    + " has the digest " + revision.digest() + ", but run " + run.id() + " was started with "
                    + run.planDigest());
        }
        return revision.plan();
    }
}
