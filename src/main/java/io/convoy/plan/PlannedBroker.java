package io.convoy.plan;

import java.util.Optional;

/**
 * A Kafka broker as a plan knows it.
 *
 * @param id its {@code node.id}
 * @param rack its {@code broker.rack}, where it has one
 */
public record PlannedBroker(int id, String node, Optional<String> rack) {}
