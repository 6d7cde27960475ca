/** The REST API: it translates HTTP into the features' words and back, and nothing else. Its records are what clients read. */
@NullMarked
package io.convoy.api;

import org.jspecify.annotations.NullMarked;
