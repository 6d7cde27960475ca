package io.convoy.kafka;

import io.convoy.inventory.Target.Clients;
import java.util.List;

/**
 * What decides how a cluster is moved.
 *
 * @param clients what people say of the clients
 * @param metadata who keeps the cluster's metadata
 * @param version of the source
 * @param room what the destination offers, and what the source asks of it
 * @param stateful topics whose old records are still of use when all have been read: compacted ones, and those of Kafka Streams
 */
record Circumstances(Clients clients, Metadata metadata, Version version, Room room, List<String> stateful) {

    Circumstances {
        stateful = List.copyOf(stateful);
    }

    /** Who keeps a cluster's metadata. */
    enum Metadata {
        QUORUM,
        STATIC_QUORUM,
        ZOOKEEPER,
        SHARED_ZOOKEEPER
    }

    /**
     * Whether the replicas find their places.
     *
     * @param replicas the highest replication factor
     * @param racks over how many racks the source is spread; 0 where its brokers have none
     * @param someWithoutRack whether some of its brokers have a rack and others none
     * @param newBrokers of the destination
     * @param newRacks of the destination
     * @param listeners the names of the source's listeners for clients and brokers
     */
    record Room(
            int replicas, int racks, boolean someWithoutRack, int newBrokers, int newRacks, List<String> listeners) {

        Room {
            listeners = List.copyOf(listeners);
        }

        /** Over how many racks a partition's replicas are spread at most. */
        int spread() {
            return Math.min(replicas, racks);
        }
    }

    /** The first two numbers of a version. */
    record Version(int major, int minor) implements Comparable<Version> {

        static Version parse(String text) {
            String[] parts = text.split("[.+~-]", -1);
            return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        @Override
        public int compareTo(Version other) {
            return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
        }

        boolean isBefore(int otherMajor, int otherMinor) {
            return compareTo(new Version(otherMajor, otherMinor)) < 0;
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }
}
