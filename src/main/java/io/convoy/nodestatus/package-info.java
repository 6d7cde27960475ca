/** What each node is doing now, how fresh that knowledge is, and whether schema changes are allowed. */
@NullMarked
package io.convoy.nodestatus;

import org.jspecify.annotations.NullMarked;
