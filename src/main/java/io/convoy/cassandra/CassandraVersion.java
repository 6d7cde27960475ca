package io.convoy.cassandra;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a version of Cassandra that decides what it can do; {@code 5.0-beta1} is 5.0. */
record CassandraVersion(int major, int minor) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?.*");

    /** What is no version reads as 0.0, so that nothing is taken for granted of it. */
    static CassandraVersion parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return new CassandraVersion(0, 0);
        }
        String minor = matcher.group(2);
        return new CassandraVersion(Integer.parseInt(matcher.group(1)), minor == null ? 0 : Integer.parseInt(minor));
    }

    boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || (major == otherMajor && minor < otherMinor);
    }
}
