package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

/** Looks at a running Kafka node from outside. */
record KafkaLook(String address, boolean isBroker) implements ServerLook {

    private static final Duration LIMIT = Duration.ofSeconds(4);

    /** A broker opens its port once it has read the cluster's metadata; clients get it when it is also registered. */
    @Override
    public boolean isReady() {
        return comingUp().isEmpty() && (!isBroker || brokers().contains(address));
    }

    @Override
    public Optional<String> comingUp() {
        Endpoint endpoint = new Endpoint(address, isBroker ? KafkaKind.BROKER_PORT : KafkaKind.CONTROLLER_PORT);
        return LoopbackAddresses.unanswered(endpoint);
    }

    /** The addresses of all registered brokers, by the word of whichever the client asks; empty while none answers. */
    Set<String> brokers() {
        Admin admin = new KafkaRoute(new Endpoint(address, KafkaKind.BROKER_PORT).toString()).admin(LIMIT);
        try {
            return admin.describeCluster().nodes().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .map(Node::host)
                    .collect(Collectors.toSet());
        } catch (ExecutionException | TimeoutException e) {
            return Set.of();
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
