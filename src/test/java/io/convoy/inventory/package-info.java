@NullMarked
package io.convoy.inventory;

import org.jspecify.annotations.NullMarked;
