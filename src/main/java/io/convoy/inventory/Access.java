package io.convoy.inventory;

import io.convoy.base.SecretReference;
import java.util.List;
import java.util.Optional;

/**
 * How Convoy reaches a cluster.
 *
 * @param contactPoints CQL addresses, or bootstrap servers
 * @param credentials where {@code user:password} is to be found
 * @param security how a Kafka cluster is spoken to; empty where nobody has said, and for all others
 */
public record Access(
        List<Endpoint> contactPoints,
        Optional<SecretReference> credentials,
        Optional<Jmx> jmx,
        Optional<KafkaSecurity> security) {

    public Access {
        contactPoints = List.copyOf(contactPoints);
    }

    /** One of which nothing is said that only Kafka needs. */
    public Access(List<Endpoint> contactPoints, Optional<SecretReference> credentials, Optional<Jmx> jmx) {
        this(contactPoints, credentials, jmx, Optional.empty());
    }

    /** JMX of every node, on one port. */
    public record Jmx(int port, Optional<SecretReference> credentials) {

        public static final int DEFAULT_PORT = 7199;

        public Jmx {
            Endpoint.port(port);
        }
    }
}
