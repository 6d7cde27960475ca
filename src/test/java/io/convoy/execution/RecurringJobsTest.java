package io.convoy.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurringJobsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> calls = new ArrayList<>();
    private boolean running;
    private final RecurringJobs jobs = new RecurringJobs(scheduler());

    @Test
    void theyBeginWhenTheClockIsKnownToBeRight() {
        jobs.allowIfOnTime(Duration.ofMillis(3));
        jobs.allowIfOnTime(Duration.ofMillis(-3));

        assertThat(calls).containsExactly("resume");
    }

    @Test
    void aMachineWhoseClockIsAnHourOffNeverBeginsThem() {
        jobs.allowIfOnTime(HOUR);
        jobs.allowIfOnTime(HOUR.negated());

        assertThat(calls).doesNotContain("resume");
    }

    @Test
    void theyAreLeftToOthersWhileTheClockIsOff() {
        jobs.allowIfOnTime(Duration.ZERO);
        jobs.allowIfOnTime(HOUR);
        jobs.allowIfOnTime(HOUR);
        jobs.allowIfOnTime(Duration.ZERO);

        assertThat(calls).containsExactly("resume", "pause", "resume");
    }

    private Scheduler scheduler() {
        return (Scheduler) Proxy.newProxyInstance(
                Scheduler.class.getClassLoader(), new Class<?>[] {Scheduler.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isRunning")) {
                        return running;
                    }
                    calls.add(method.getName());
                    running = method.getName().equals("resume");
                    return null;
                });
    }
}
