package io.convoy.execution;

import io.convoy.base.RunId;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** Has the clusters in runs looked at when it is time, each once at a time; waits for none of them. */
@ApplicationScoped
class ChangeMonitor {

    private final ChangeLedger ledger;
    private final ChangeLook look;
    private final WatchSettings settings;
    private final ExecutorService executor;
    private final Clock clock;
    private final Set<RunId> underWay = ConcurrentHashMap.newKeySet();

    ChangeMonitor(ChangeLedger ledger, ChangeLook look, WatchSettings settings, ExecutorService executor, Clock clock) {
        this.ledger = ledger;
        this.look = look;
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
    }

    @Scheduled(identity = "foreign-changes", every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void begin() {
        int free = settings.looksAtOnce() - underWay.size();
        if (free > 0) {
            ledger.take(free, clock.instant()).stream().filter(underWay::add).forEach(this::begin);
        }
    }

    private void begin(RunId run) {
        executor.execute(() -> {
            try {
                look.take(run);
            } finally {
                underWay.remove(run);
            }
        });
    }
}
