/** The program: waves, limits and holds, and the admission that starts what may start and explains what may not. */
@NullMarked
package io.convoy.wave;

import org.jspecify.annotations.NullMarked;
