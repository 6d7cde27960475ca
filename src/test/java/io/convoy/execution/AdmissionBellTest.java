package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.PostgresForTests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A bell that is heard through a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AdmissionBellTest {

    private final AdmissionBell bell;
    private final Ear ear;

    AdmissionBellTest(AdmissionBell bell, Ear ear) {
        this.bell = bell;
        this.ear = ear;
    }

    @Test
    void itIsHeardAtOnceWhenTheTransactionIsCommitted() {
        AtomicInteger before = new AtomicInteger();
        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(10))
                .until(() -> before.getAndSet(ear.heard.get()) == ear.heard.get());

        QuarkusTransaction.requiringNew().run(bell::ring);

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(ear.heard.get()).isGreaterThan(before.get()));
    }

    /** Stands in the place of admission. */
    @Singleton
    static class Ear {

        private final AtomicInteger heard = new AtomicInteger();

        void hear(@Observes AdmissionDue due) {
            heard.incrementAndGet();
        }
    }
}
