package io.convoy.cassandra;

/** One partition as a quorum of a datacenter has it, shortened to a digest. */
record PartitionDigest(long token, PartitionKey key, String digest) {

    /** Where it stands in the ring. */
    int compareTo(PartitionDigest other) {
        int byToken = Long.compare(token, other.token);
        return byToken != 0 ? byToken : key.compareTo(other.key);
    }
}
