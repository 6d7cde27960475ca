@NullMarked
package io.convoy.history;

import org.jspecify.annotations.NullMarked;
