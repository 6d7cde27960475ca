package io.convoy.lab;

import com.datastax.oss.driver.api.core.DriverException;
import java.util.BitSet;
import java.util.function.IntFunction;

/**
 * How many acknowledged rows are gone.
 *
 * @param unreadable rows of buckets that could not be read at all
 */
record FinalReading(long lost, long unreadable) {

    private static final int ATTEMPTS = 5;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 1_000;

    /** Reads all buckets in which there should be something. */
    static FinalReading of(BitSet acknowledged, IntFunction<BitSet> readBucket) {
        long lost = 0;
        long unreadable = 0;
        for (int from = 0; from < acknowledged.length(); from += WitnessStatements.ROWS_IN_BUCKET) {
            BitSet missing = bucketOf(acknowledged, from);
            if (missing.isEmpty()) {
                continue;
            }
            int expected = missing.cardinality();
            if (readInto(missing, from / WitnessStatements.ROWS_IN_BUCKET, readBucket)) {
                lost += missing.cardinality();
            } else {
                unreadable += expected;
            }
        }
        return new FinalReading(lost, unreadable);
    }

    private static BitSet bucketOf(BitSet acknowledged, int from) {
        BitSet bucket = (BitSet) acknowledged.clone();
        bucket.clear(0, from);
        bucket.clear(
                from + WitnessStatements.ROWS_IN_BUCKET,
                Math.max(bucket.length(), from + 1 + WitnessStatements.ROWS_IN_BUCKET));
        return bucket;
    }

    private static boolean readInto(BitSet missing, int bucket, IntFunction<BitSet> readBucket) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                missing.andNot(readBucket.apply(bucket));
                return true;
            } catch (DriverException e) {
                Pause.millis(BETWEEN_ATTEMPTS_MILLIS);
            }
        }
        return false;
    }
}
