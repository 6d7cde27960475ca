package io.convoy.lab;

import io.convoy.base.ByteSize;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a {@link TopicLoader} shall make: topics {@code <prefix>-1 …} with as many replicas as the brokers give.
 *
 * @param partitions of each topic
 * @param total over all topics, each record counted once
 */
public record TopicOrder(String prefix, int topics, int partitions, ByteSize total) {

    static final int RECORD_BYTES = 16 * 1024;

    public TopicOrder {
        if (topics < 1 || partitions < 1) {
            throw new IllegalArgumentException("There is no topic to load");
        }
    }

    public List<String> names() {
        return IntStream.rangeClosed(1, topics)
                .mapToObj(number -> prefix + "-" + number)
                .toList();
    }

    /** The consumer group that has read all of it. */
    public String group() {
        return prefix + "-readers";
    }

    long recordsOfEach() {
        return Math.max(1, total.bytes() / topics / RECORD_BYTES);
    }
}
