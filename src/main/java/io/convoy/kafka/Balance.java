package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.List;

/** How evenly a target loads the brokers of the destination. */
record Balance(List<Load> loads, Deviation bytes, Deviation replicas, Deviation leaders) {

    Balance {
        loads = List.copyOf(loads);
    }

    /** What one broker will hold. */
    record Load(BrokerId broker, ByteSize bytes, int replicas, int leaders) {}
}
