@NullMarked
package io.convoy.audit;

import org.jspecify.annotations.NullMarked;
