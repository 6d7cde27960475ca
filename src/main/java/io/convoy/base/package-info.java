/** Words that every other package uses: typed ids, digests, actors, problems. */
@NullMarked
package io.convoy.base;

import org.jspecify.annotations.NullMarked;
