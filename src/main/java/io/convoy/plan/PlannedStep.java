package io.convoy.plan;

import io.convoy.base.StepId;
import java.time.Duration;

/**
 * One step of a plan, with everything that a reviewer wants to know of it.
 *
 * @param phase the chapter of the plan that it belongs to
 * @param title one line for people
 * @param why what would go wrong without it, or in another order
 * @param expected how long it is likely to take
 * @param limit how long it may take before somebody must look
 */
public record PlannedStep(
        StepId id, String phase, String title, Step apply, Undo undo, String why, Duration expected, Duration limit) {

    public PlannedStep {
        if (expected.isNegative() || limit.compareTo(expected) < 0) {
            throw new IllegalArgumentException("Step " + id + ": its limit is at least its expected duration");
        }
    }
}
