package io.convoy.execution;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Sees to it that every run that Convoy drives has a turn, whatever happened to it. */
@ApplicationScoped
class RunKeeper {

    private final RunTriggers triggers;

    RunKeeper(RunTriggers triggers) {
        this.triggers = triggers;
    }

    @Scheduled(every = "10s", identity = "run-keeper", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void keep() {
        triggers.remind();
    }
}
