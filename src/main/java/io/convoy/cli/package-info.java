/** The command line: an HTTP client of the API, the server's start, and the demo. */
@NullMarked
package io.convoy.cli;

import org.jspecify.annotations.NullMarked;
