/** Runs: how an approved plan is carried out, one step at a time, so that a crash at any instant breaks nothing. */
@NullMarked
package io.convoy.execution;

import org.jspecify.annotations.NullMarked;
