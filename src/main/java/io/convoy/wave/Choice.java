package io.convoy.wave;

import java.time.Instant;

/**
 * What somebody has decided of one cluster, apart from its plan.
 *
 * @param skips whether it stays out of the program; else it goes again, with the plan that was approved for it
 */
record Choice(boolean skips, String reason, String by, Instant at) {}
