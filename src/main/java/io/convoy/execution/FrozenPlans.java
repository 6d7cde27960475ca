package io.convoy.execution;

import io.convoy.plan.ChangePlan;

/** Where a run finds the plan that was frozen for it: the revision with the digest that was approved. */
interface FrozenPlans {

    ChangePlan planOf(Run run);
}
