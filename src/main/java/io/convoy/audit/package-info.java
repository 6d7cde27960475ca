/** The append-only, hash-chained record of every decision and act. */
@NullMarked
package io.convoy.audit;

import org.jspecify.annotations.NullMarked;
