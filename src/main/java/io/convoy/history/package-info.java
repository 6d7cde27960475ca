/** An independent check, from the audit alone, that a program kept its promises. Shares no code with what decides. */
@NullMarked
package io.convoy.history;

import org.jspecify.annotations.NullMarked;
