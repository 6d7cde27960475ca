package io.convoy.program;

import io.convoy.base.ByteSize;
import java.util.Optional;

/** One number of a limit. */
public record Bound(Dimension by, Optional<String> only, Measure measure, long most) {

    /** Whether clusters with this value of the dimension are counted under it. */
    boolean governs(String value) {
        return only.isEmpty() || only.get().equals(value);
    }

    /** For people: {@code limit of 3 clusters in region aws/us-east-1}. */
    String words(String value) {
        String amount = measure == Measure.BYTES_PER_SECOND ? new ByteSize(most) + "/s" : most + " " + measure;
        return by.equals(Dimension.FLEET)
                ? "limit of " + amount + " at once"
                : "limit of " + amount + " at once in " + by + " " + value;
    }
}
