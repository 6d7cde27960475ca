package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.PostgresForTests;
import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What holds for throttles that are kept, in PostgreSQL and in the tests' memory. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ThrottlesTest {

    /** In no inventory, so that no monitor looks after it. */
    private static final ClusterName CLUSTER = new ClusterName("throttles-test");

    private static final Throttle THROTTLE = new Throttle(
            new RunId(new UUID(3, 4)),
            1_000_000,
            Map.of(ThrottleSetting.ofTopic("orders", ThrottleSetting.SENDING), List.of("0:1", "1:2")),
            Map.of(
                    ThrottleSetting.ofBroker(new BrokerId(1), ThrottleSetting.SENDING_RATE), Optional.of("7000"),
                    ThrottleSetting.ofBroker(new BrokerId(2), ThrottleSetting.SENDING_RATE), Optional.empty()));

    @Inject
    ThrottleStore store;

    @Test
    void whatIsKeptIsThereUntilItIsForgotten() {
        keepsAndForgets(store);
        keepsAndForgets(new RememberedThrottles());
    }

    @Test
    void onlyOneAtATimeIsAlone() {
        isAlone(store);
        isAlone(new RememberedThrottles());
    }

    @Test
    void anIntentIsSafeBeforeItsEffectEvenIfTheWorkFails() {
        outlivesFailure(store);
        outlivesFailure(new RememberedThrottles());
    }

    private static void keepsAndForgets(Throttles throttles) {
        throttles.keep(CLUSTER, THROTTLE);
        assertThat(throttles.on(CLUSTER)).hasValue(THROTTLE);
        assertThat(throttles.throttled()).contains(CLUSTER);

        Throttle other = new Throttle(new RunId(new UUID(5, 6)), 2, Map.of(), THROTTLE.before());
        throttles.keep(CLUSTER, other);
        assertThat(throttles.on(CLUSTER)).hasValue(other);

        throttles.forget(CLUSTER);
        throttles.forget(CLUSTER);
        assertThat(throttles.on(CLUSTER)).isEmpty();
        assertThat(throttles.throttled()).doesNotContain(CLUSTER);
    }

    private static void isAlone(Throttles throttles) {
        Optional<Optional<String>> inner = throttles.alone(
                CLUSTER, () -> CompletableFuture.supplyAsync(() -> throttles.alone(CLUSTER, () -> "two"))
                        .get());

        assertThat(inner).hasValue(Optional.empty());
        assertThat(throttles.alone(CLUSTER, () -> "afterwards")).hasValue("afterwards");
    }

    private static void outlivesFailure(Throttles throttles) {
        assertThatThrownBy(() -> throttles.alone(CLUSTER, () -> {
                    throttles.keep(CLUSTER, THROTTLE);
                    throw new UnreachableKafkaException("killed in the middle");
                }))
                .hasStackTraceContaining("killed in the middle");
        assertThat(throttles.on(CLUSTER)).hasValue(THROTTLE);
        throttles.forget(CLUSTER);
    }
}
