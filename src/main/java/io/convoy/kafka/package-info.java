/** Moves Apache Kafka clusters: how their replicas are reassigned, which is decided here and carried out elsewhere. */
@NullMarked
package io.convoy.kafka;

import org.jspecify.annotations.NullMarked;
