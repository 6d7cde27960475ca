package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private final RetryPolicy policy = new RetryPolicy(4, Duration.ofSeconds(5), 2.0, Duration.ofSeconds(12));

    @Test
    void theWaitDoublesUpToTheLongest() {
        assertThat(policy.after(1)).contains(Duration.ofSeconds(5));
        assertThat(policy.after(2)).contains(Duration.ofSeconds(10));
        assertThat(policy.after(3)).contains(Duration.ofSeconds(12));
    }

    @Test
    void thereIsNoWaitAfterTheLastAttempt() {
        assertThat(policy.after(4)).isEmpty();
    }
}
