/** How nodes come up and go away: the {@code Provisioner} port and its adapters. */
@NullMarked
package io.convoy.provision;

import org.jspecify.annotations.NullMarked;
