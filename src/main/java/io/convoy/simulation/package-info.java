/**
 * Runs a program on a virtual clock: the same admission, the same run states, sampled durations and injected failures. What
 * comes of it answers when the program ends, who waits for whom, and what a limit costs. Knows no framework.
 */
@NullMarked
package io.convoy.simulation;

import org.jspecify.annotations.NullMarked;
