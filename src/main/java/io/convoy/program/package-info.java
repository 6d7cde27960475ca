/**
 * The program as people write it, and the pure decisions about it: which clusters may start, which steps may go on, and what
 * keeps the others. Knows no clock, no database and no framework; the scheduler and the simulator apply the same decisions.
 */
@NullMarked
package io.convoy.program;

import org.jspecify.annotations.NullMarked;
