package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import java.time.Duration;

/** Producers that wait as long as a test says. */
record WaitingProducers(Duration stall) implements ProducerPulse {

    @Override
    public Felt felt(Cluster cluster, KafkaView view) {
        return Felt.of(stall);
    }

    @Override
    public void rest(Cluster cluster) {}
}
