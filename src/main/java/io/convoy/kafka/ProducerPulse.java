package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import java.time.Duration;
import java.util.Optional;

/** What producers feel while partitions move. */
interface ProducerPulse {

    /** Since this was last asked. */
    Felt felt(Cluster cluster, KafkaView view);

    /** Nobody asks any more; who produced only to tell ends. */
    void rest(Cluster cluster);

    /**
     * What there is to tell.
     *
     * @param longestStall that a record waited for its acknowledgement, those that wait still included; empty where nobody tells
     * @param silence why nobody tells who should
     */
    record Felt(Optional<Duration> longestStall, Optional<String> silence) {

        /** Where nobody was asked to tell. */
        static final Felt NOTHING = new Felt(Optional.empty(), Optional.empty());

        static Felt silent(String why) {
            return new Felt(Optional.empty(), Optional.of(why));
        }

        static Felt of(Duration longestStall) {
            return new Felt(Optional.of(longestStall), Optional.empty());
        }
    }
}
