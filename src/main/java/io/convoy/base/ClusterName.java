package io.convoy.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a cluster, unique in its fleet: a DNS label. */
public record ClusterName(@JsonValue String value) implements Comparable<ClusterName> {

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClusterName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a cluster name: use a DNS label"
                    + " (a-z, 0-9 and '-' inside, at most 63 characters)");
        }
    }

    public static boolean isValid(String text) {
        return DNS_LABEL.matcher(text).matches();
    }

    @Override
    public int compareTo(ClusterName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
