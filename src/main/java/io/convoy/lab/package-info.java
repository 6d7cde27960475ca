/** Real servers as child processes on loopback addresses: for the demo, for rehearsals and for integration tests. */
@NullMarked
package io.convoy.lab;

import org.jspecify.annotations.NullMarked;
