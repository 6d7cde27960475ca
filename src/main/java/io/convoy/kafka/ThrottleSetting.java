package io.convoy.kafka;

import java.util.Comparator;
import java.util.Locale;

/**
 * One key in the configuration of a topic or a broker that throttles replication.
 *
 * @param name the topic's, or the broker's id
 */
record ThrottleSetting(Scope scope, String name, String key) implements Comparable<ThrottleSetting> {

    /** Which replicas of a topic are throttled where their leader sends. */
    static final String SENDING = "leader.replication.throttled.replicas";

    /** Which replicas of a topic are throttled where they receive. */
    static final String RECEIVING = "follower.replication.throttled.replicas";

    /** Bytes a second that a broker sends to throttled replicas. */
    static final String SENDING_RATE = "leader.replication.throttled.rate";

    /** Bytes a second that a broker's throttled replicas receive. */
    static final String RECEIVING_RATE = "follower.replication.throttled.rate";

    private static final Comparator<ThrottleSetting> ORDER = Comparator.comparing(ThrottleSetting::scope)
            .thenComparing(ThrottleSetting::name)
            .thenComparing(ThrottleSetting::key);

    /** Whose configuration it is in. */
    enum Scope {
        TOPIC,
        BROKER
    }

    static ThrottleSetting ofTopic(String topic, String key) {
        return new ThrottleSetting(Scope.TOPIC, topic, key);
    }

    static ThrottleSetting ofBroker(BrokerId broker, String key) {
        return new ThrottleSetting(Scope.BROKER, broker.toString(), key);
    }

    boolean isOfTopic() {
        return scope == Scope.TOPIC;
    }

    @Override
    public int compareTo(ThrottleSetting other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return key + " of " + scope.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
