package io.convoy.kafka;

/**
 * What a partition holds.
 *
 * @param start the offset of the oldest record that is kept
 * @param end the offset that the next record will have
 */
record LogSpan(long start, long end) {

    static final LogSpan NOTHING = new LogSpan(0, 0);

    boolean isEmpty() {
        return start == end;
    }

    /** How many offsets lie between what was read and the end; what is not kept any more cannot be read. */
    long behind(long read) {
        return Math.max(0, end - Math.max(start, read));
    }
}
