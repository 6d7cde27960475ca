package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.List;
import java.util.function.ToLongFunction;

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
        long across = sum(courses, Course::copiesAcross);
        long all = sum(courses, course -> course.missing().size());
        return new Forecast(
                new ByteSize(sum(courses, course -> course.missing().isEmpty() ? 0 : 1)),
                courses.stream().mapToInt(course -> course.missing().size()).sum(),
                new ByteSize(least),
                new ByteSize(across),
                new ByteSize(all - across));
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

    private static long sum(List<Course> courses, ToLongFunction<Course> times) {
        return courses.stream()
                .mapToLong(course -> course.now().size().bytes() * times.applyAsLong(course))
                .sum();
    }
}
