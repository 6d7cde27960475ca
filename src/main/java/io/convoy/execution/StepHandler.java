package io.convoy.execution;

import io.convoy.plan.Step;

/**
 * Brings a real cluster nearer to the state that a step names.
 *
 * <p>Each call looks, does the next missing piece, and looks again; it returns within seconds. Long work is started on the
 * cluster and then watched. Calling it twice equals calling it once; after a crash it is simply called again, and must find
 * out from the cluster what its predecessor had begun. A system that cannot be reached may be thrown as an exception: the
 * runner takes it for a retryable failure.
 */
public interface StepHandler<S extends Step> {

    Class<S> stepType();

    Outcome advance(S step, StepContext context);
}
