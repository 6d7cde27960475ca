package io.convoy.inventory;

import io.convoy.base.Refusal;
import io.convoy.base.SecretReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds out what a running cluster is, by an address such as {@code cassandra://10.2.0.1:9042}. */
@ApplicationScoped
public class Discoveries {

    private static final String SEPARATOR = "://";

    private final Instance<ClusterDiscovery> known;

    Discoveries(@Any Instance<ClusterDiscovery> known) {
        this.known = known;
    }

    /**
     * A fleet of the one cluster, named as the cluster; stores nothing.
     *
     * @throws Refusal for an address that nobody understands, and where nothing answers
     */
    public Fleet discover(String address, Optional<String> credentials) {
        int separator = address.indexOf(SEPARATOR);
        String scheme = separator < 0 ? "" : address.substring(0, separator);
        ClusterDiscovery discovery = known.stream()
                .filter(candidate -> candidate.scheme().equals(scheme))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidAt("/address", "The address begins with one of " + schemes()));
        String place = address.substring(scheme.length() + SEPARATOR.length());
        Endpoint endpoint = valid("/address", () -> Endpoint.parse(place));
        Optional<SecretReference> reference =
                credentials.map(text -> valid("/credentials", () -> new SecretReference(text)));
        Cluster cluster = discovery.discover(endpoint, reference);
        return new Fleet(cluster.name().value(), List.of(cluster));
    }

    private String schemes() {
        return known.stream()
                .map(discovery -> discovery.scheme() + SEPARATOR)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static <T> T valid(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidAt(pointer, String.valueOf(e.getMessage()));
        }
    }
}
