@NullMarked
package io.convoy.simulation;

import org.jspecify.annotations.NullMarked;
