/** The fleets as their owners describe them: clusters, nodes, targets; how they are read, compared and kept. */
@NullMarked
package io.convoy.inventory;

import org.jspecify.annotations.NullMarked;
