package io.convoy.program;

import java.time.Duration;

/**
 * What a run is about to do, as far as it matters whether it may.
 *
 * @param interruptible whether the cluster is well off when Convoy leaves it alone in the midst of the step
 * @param begun whether it has been begun
 * @param longest how long it takes with a probability of 90 %
 * @param wayBack whether it is taken back: windows do not keep a cluster from getting back to where it was
 */
public record NextStep(boolean interruptible, boolean begun, Duration longest, boolean wayBack) {}
