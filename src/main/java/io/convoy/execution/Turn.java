package io.convoy.execution;

import io.convoy.base.RunId;

/**
 * The right to take one look at a run.
 *
 * @param number counts how often the run was taken; only the holder of the highest may begin anything
 */
record Turn(RunId run, long number) {}
