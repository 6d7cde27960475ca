package io.convoy.program;

import io.convoy.base.ByteSize;
import java.time.Duration;
import java.util.Optional;

/**
 * How fast clusters move where no plan and no history tells it better.
 *
 * @param bytesPerSecondPerNode that a new node receives, 20 MiB unless said
 * @param preparation before data flows: nodes made, checks, replication; 2 hours unless said
 * @param completion after it has flowed: comparison, cutover, retirement; 4 hours unless said
 */
public record Pace(
        Optional<ByteSize> bytesPerSecondPerNode, Optional<Duration> preparation, Optional<Duration> completion) {

    public static final Pace USUAL = new Pace(Optional.empty(), Optional.empty(), Optional.empty());

    private static final long MEBIBYTE = 1024L * 1024;

    public long nodeRate() {
        return bytesPerSecondPerNode.map(ByteSize::bytes).orElse(20 * MEBIBYTE);
    }

    public Duration beforeData() {
        return preparation.orElse(Duration.ofHours(2));
    }

    public Duration afterData() {
        return completion.orElse(Duration.ofHours(4));
    }

    /** How long data flows. */
    public Duration streaming(int nodes, long bytes) {
        return nodes == 0 ? Duration.ZERO : Duration.ofSeconds(bytes / (nodeRate() * nodes));
    }

    Duration expected(int nodes, long bytes) {
        return beforeData().plus(streaming(nodes, bytes)).plus(afterData());
    }
}
