package io.convoy.cassandra;

import java.time.Duration;

/**
 * How long Convoy waits for a node.
 *
 * @param connect until a connection stands
 * @param answer until a question is answered
 * @param schemaChange until a change of the schema is answered, which includes the nodes' agreement
 */
record Patience(Duration connect, Duration answer, Duration schemaChange) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(30));
}
