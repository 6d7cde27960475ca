package io.convoy.kafka;

import io.convoy.plan.Finding;
import java.util.Optional;

/**
 * How long producers will wait while leaders change, by what the old brokers' file says: in-sync followers there hold each
 * acknowledgement up until they have found the new leader. The figures are of {@code LinkBenchmark} and {@code SharedClusterMoveIT}.
 *
 * @param backoffMillis that an old broker takes before it asks a changed leader again
 */
record ProducerWaits(int backoffMillis, int fetchWaitMillis) {

    private static final String BACKOFF = "replica.fetch.backoff.ms";
    private static final String FETCH_WAIT = "replica.fetch.wait.max.ms";

    static ProducerWaits of(SharedClusterMove move) {
        BrokerFile file = move.inherited();
        return new ProducerWaits(number(file, BACKOFF, 1000), number(file, FETCH_WAIT, 500));
    }

    private static int number(BrokerFile file, String key, int usual) {
        return Integer.parseInt(
                file.settings().getOrDefault(key, Integer.toString(usual)).strip());
    }

    private boolean areShort() {
        return backoffMillis <= BrokerSettings.BACKOFF_MILLIS && fetchWaitMillis <= BrokerSettings.FETCH_WAIT_MILLIS;
    }

    /** For the step that moves partitions. */
    String words() {
        return areShort()
                ? "keep producers' longest wait near half a second"
                : "keep producers' longest wait near half a second but while leaders are elected";
    }

    Optional<Finding> finding() {
        return areShort()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Severity.NOTE,
                        "producers",
                        "Old brokers run with " + BACKOFF + "=" + backoffMillis + " and " + FETCH_WAIT + "="
                                + fetchWaitMillis
                                + ". While leaders are elected, producers with acks=all wait for them: one to two and a half"
                                + " seconds at the longest were measured with Kafka's defaults (1000, 500), more than a second"
                                + " also in batches of one partition. No record is lost, doubled or put out of order by it.",
                        "Where they may be restarted before the move, do so one by one with " + BACKOFF + "="
                                + BrokerSettings.BACKOFF_MILLIS + " and " + FETCH_WAIT + "="
                                + BrokerSettings.FETCH_WAIT_MILLIS
                                + ": 0.3 s were measured. Else expect these waits."));
    }
}
