package io.convoy.program;

import io.convoy.base.ByteSize;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Upper bounds for what clusters that share something do at the same time: for each value of the dimension, or for one.
 *
 * @param only the one value that is bounded; each where it is absent
 * @param clusters that move
 * @param nodes that are made, of all clusters that move
 * @param bytesPerSecond that they copy
 * @param pastReturn clusters that move and have passed their point of no return
 */
public record Limit(
        Dimension by,
        Optional<String> only,
        Optional<Long> clusters,
        Optional<Long> nodes,
        Optional<ByteSize> bytesPerSecond,
        Optional<Long> pastReturn) {

    Stream<Bound> bounds() {
        return Stream.of(
                        clusters.map(most -> bound(Measure.CLUSTERS, most)),
                        nodes.map(most -> bound(Measure.NODES, most)),
                        bytesPerSecond.map(most -> bound(Measure.BYTES_PER_SECOND, most.bytes())),
                        pastReturn.map(most -> bound(Measure.PAST_RETURN, most)))
                .flatMap(Optional::stream);
    }

    private Bound bound(Measure measure, long most) {
        return new Bound(by, only, measure, most);
    }
}
