package io.convoy.inventory;

import io.convoy.base.SecretReference;
import java.util.Optional;

/** Reads a running cluster into the inventory's form. One for each kind of cluster that can be asked. */
public interface ClusterDiscovery {

    /** The scheme of the addresses that it knows, for example {@code cassandra}. */
    String scheme();

    /**
     * The cluster that answers at an address, without a target: where it shall go, a live cluster does not know.
     *
     * @param credentials where {@code user:password} is to be found; kept in the answer
     * @throws io.convoy.base.Refusal where nothing answers, or nobody is let in
     */
    Cluster discover(Endpoint address, Optional<SecretReference> credentials);
}
