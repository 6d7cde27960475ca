/** Moves Apache Cassandra clusters: what is seen of them, how they are planned, and the handlers that act on them. */
@NullMarked
package io.convoy.cassandra;

import org.jspecify.annotations.NullMarked;
