/** What the tests of several packages share. */
@NullMarked
package io.convoy;

import org.jspecify.annotations.NullMarked;
