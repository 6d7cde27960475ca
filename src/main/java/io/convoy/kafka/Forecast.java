package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.List;

/**
 * What the rest of a move copies. What clients write meanwhile comes in addition; while the destination leads and source
 * replicas still follow, that flows back over the link once per source replica.
 *
 * @param data one replica of every partition that is copied at all
 * @param replicas how many replicas are copied
 * @param leastBytes what any plan must copy: each replica that the destination lacks, once
 * @param acrossLink bytes that this plan brings from the source
 * @param insideDestination bytes that it copies between brokers of the destination
 */
record Forecast(ByteSize data, int replicas, ByteSize leastBytes, ByteSize acrossLink, ByteSize insideDestination) {

    static Forecast of(List<Wanted> partitions, List<Course> courses) {
        long least = partitions.stream().mapToLong(Forecast::leastBytes).sum();
        long data = 0;
        int replicas = 0;
        long across = 0;
        long inside = 0;
        for (Course course : courses) {
            int missing = course.missing().size();
            int overLink = course.copiesAcross();
            long size = course.now().size().bytes();
            data += missing == 0 ? 0 : size;
            replicas += missing;
            across += size * overLink;
            inside += size * (missing - overLink);
        }
        return new Forecast(
                new ByteSize(data), replicas, new ByteSize(least), new ByteSize(across), new ByteSize(inside));
    }

    /** Everything that is copied, as a multiple of what must be; 1 at best. */
    double ratioToLeast() {
        long copied = acrossLink.bytes() + insideDestination.bytes();
        return copied == 0 ? 1 : (double) copied / Math.max(1, leastBytes.bytes());
    }

    private static long leastBytes(Wanted wanted) {
        long there = wanted.state().replicas().present().stream()
                .filter(wanted.kept()::contains)
                .count();
        return wanted.state().size().bytes() * (wanted.replicationFactor() - there);
    }
}
