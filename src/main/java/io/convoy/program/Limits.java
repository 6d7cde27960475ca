package io.convoy.program;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Upper bounds that hold at every instant; changed ones hold at once, for what starts from then on.
 *
 * @param clusters how many clusters move at the same time, 1 where neither this nor {@code onCall} nor {@code rules} say
 * @param onCall the people who watch
 * @param rules bounds on any dimensions, all of which hold
 */
public record Limits(Optional<Integer> clusters, Optional<OnCall> onCall, List<Limit> rules) {

    public static final Limits ONE_AT_A_TIME = new Limits(Optional.empty(), Optional.empty(), List.of());

    /** So many people, each of whom watches so many moving clusters. */
    public record OnCall(int people, int clustersEach) {
        long watched() {
            return (long) people * clustersEach;
        }
    }

    public Limits {
        rules = List.copyOf(rules);
    }

    /** A limit of clusters and nothing else. */
    public static Limits ofClusters(int most) {
        return new Limits(Optional.of(most), Optional.empty(), List.of());
    }

    /** Each once: what two of them say alike is not counted twice. */
    public List<Bound> bounds() {
        return Stream.of(
                        fleet().stream(),
                        onCall.stream().map(people -> fleet(people.watched())),
                        rules.stream().flatMap(Limit::bounds))
                .flatMap(bounds -> bounds)
                .distinct()
                .toList();
    }

    /** Whether any of them counts this. */
    public boolean count(Measure measure) {
        return bounds().stream().anyMatch(bound -> bound.measure() == measure);
    }

    private Optional<Bound> fleet() {
        boolean silent = onCall.isEmpty() && rules.isEmpty();
        return clusters.or(() -> silent ? Optional.of(1) : Optional.empty()).map(Limits::fleet);
    }

    private static Bound fleet(long most) {
        return new Bound(Dimension.FLEET, Optional.empty(), Measure.CLUSTERS, most);
    }
}
