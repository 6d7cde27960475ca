@NullMarked
package io.convoy.wave;

import org.jspecify.annotations.NullMarked;
