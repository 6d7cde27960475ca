package io.convoy.api;

import io.convoy.base.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which running cluster to read.
 *
 * @param address {@code cassandra://HOST:PORT} of one of its nodes
 * @param credentials where the server finds {@code user:password}, such as {@code env:ORDERS_CQL}; never the words themselves
 */
public record DiscoveryRequest(
        @Nullable String address, @Nullable String credentials) {

    String where() {
        if (address == null) {
            throw Refusal.invalidAt("/address", "address is missing: say one node's, as in cassandra://10.2.0.1:9042");
        }
        return address;
    }

    Optional<String> reference() {
        return Optional.ofNullable(credentials);
    }
}
