package io.convoy.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which clusters somebody asks for; what is empty admits all.
 *
 * @param provider of any of its datacenters
 * @param region of any of its datacenters; together with a provider, of the same one
 * @param text a part of the name, tier, version, owner, strategy or a label
 */
public record ClusterQuery(
        Optional<Kind> kind, Optional<String> provider, Optional<String> region, Optional<String> text)
        implements Predicate<Cluster> {

    public static final ClusterQuery ALL =
            new ClusterQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public boolean test(Cluster cluster) {
        return kind.map(cluster.kind()::equals).orElse(true)
                && cluster.datacenters().stream().anyMatch(this::admits)
                && text.map(part -> mentions(cluster, part)).orElse(true);
    }

    private boolean admits(Datacenter datacenter) {
        return provider.map(datacenter.provider()::equalsIgnoreCase).orElse(true)
                && region.map(datacenter.region()::equalsIgnoreCase).orElse(true);
    }

    private static boolean mentions(Cluster cluster, String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return words(cluster).anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Stream<String> words(Cluster cluster) {
        Stream<String> facts = Stream.of(cluster.name().value(), cluster.tier(), cluster.version());
        Stream<String> owner =
                Stream.of(cluster.owner().team(), cluster.owner().contact()).flatMap(Optional::stream);
        Stream<String> strategy = cluster.target().map(Target::strategy).stream();
        Stream<String> labels = cluster.labels().values().stream();
        return Stream.of(facts, owner, strategy, labels).flatMap(words -> words);
    }
}
