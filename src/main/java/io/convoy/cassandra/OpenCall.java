package io.convoy.cassandra;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call that has been made, or is about to be.
 *
 * @param cleared when the node's memory of earlier rebuilds was found empty before this call, by the node's own clock
 * @param received bytes when Convoy last looked
 * @param moved when that number last changed, by Convoy's clock
 */
record OpenCall(RebuildCall call, Instant cleared, long received, Instant moved) {

    OpenCall receivedNow(long bytes, Instant now) {
        return bytes == received ? this : new OpenCall(call, cleared, bytes, now);
    }

    /** For Convoy's memory between two looks. */
    String text() {
        String ranges = call.ranges().stream().map(TokenRange::forRepair).collect(Collectors.joining(","));
        return String.join(
                "|",
                call.keyspace(),
                call.source(),
                String.valueOf(cleared.toEpochMilli()),
                String.valueOf(received),
                String.valueOf(moved.toEpochMilli()),
                ranges);
    }

    static OpenCall parse(String target, String text) {
        String[] words = text.split("\\|", -1);
        List<TokenRange> ranges =
                Arrays.stream(words[5].split(",")).map(OpenCall::range).toList();
        return new OpenCall(
                new RebuildCall(target, words[0], words[1], ranges),
                Instant.ofEpochMilli(Long.parseLong(words[2])),
                Long.parseLong(words[3]),
                Instant.ofEpochMilli(Long.parseLong(words[4])));
    }

    private static TokenRange range(String text) {
        int colon = text.indexOf(':');
        return new TokenRange(text.substring(0, colon), text.substring(colon + 1));
    }
}
