package io.convoy.cassandra;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** The tokens above {@code left} up to and including {@code right}, in the partitioner's decimal digits; it may wrap around. */
record TokenRange(String left, String right) {

    /** Reads one element of {@code system.available_ranges_v2}: 4 bytes, then twice a length and a signed token. */
    static TokenRange decode(ByteBuffer blob) {
        ByteBuffer bytes = blob.duplicate();
        bytes.getInt();
        return new TokenRange(token(bytes), token(bytes));
    }

    private static String token(ByteBuffer bytes) {
        byte[] token = new byte[bytes.getInt()];
        bytes.get(token);
        return new BigInteger(token).toString();
    }

    /** As {@code rebuild} takes it. */
    @Override
    public String toString() {
        return "(" + left + "," + right + "]";
    }

    /** As {@code repairAsync} takes it. */
    String forRepair() {
        return left + ":" + right;
    }
}
