package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.Optional;

/**
 * One broker.
 *
 * @param rack its {@code broker.rack}, where it has one
 * @param capacity the most bytes of replicas that it may hold, those that it holds already included
 */
record Broker(BrokerId id, Optional<String> rack, Optional<ByteSize> capacity) {}
