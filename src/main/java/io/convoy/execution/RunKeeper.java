package io.convoy.execution;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Sees to it that every run that Convoy drives has a trigger, whatever happened to it. */
@ApplicationScoped
class RunKeeper {

    private final RunStore store;
    private final RunTriggers triggers;
    private final Clock clock;

    RunKeeper(RunStore store, RunTriggers triggers, Clock clock) {
        this.store = store;
        this.triggers = triggers;
        this.clock = clock;
    }

    @Scheduled(every = "10s", identity = "run-keeper", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void keep() {
        store.activeRuns().stream()
                .filter(run -> run.state().isDriven() && !triggers.exists(run.id()))
                .forEach(run -> triggers.next(run.id(), clock.instant()));
    }
}
