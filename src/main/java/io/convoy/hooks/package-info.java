/** What may make a migration wait: gates, webhooks, and the schema freeze with its permits. */
@NullMarked
package io.convoy.hooks;

import org.jspecify.annotations.NullMarked;
