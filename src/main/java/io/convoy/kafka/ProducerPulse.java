package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import java.time.Duration;
import java.util.Optional;

/** What producers feel while partitions move. */
interface ProducerPulse {

    /**
     * The longest time that a record waited for its acknowledgement since this was last asked, those that wait still included;
     * empty where nobody produces who would tell.
     */
    Optional<Duration> longestStall(Cluster cluster);
}
