/** Change plans: what will be done to one cluster, why, and how each step is undone; their form, digest, difference and approval. */
@NullMarked
package io.convoy.plan;

import org.jspecify.annotations.NullMarked;
