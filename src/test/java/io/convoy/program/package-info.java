@NullMarked
package io.convoy.program;

import org.jspecify.annotations.NullMarked;
