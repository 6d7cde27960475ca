package io.convoy.execution;

import io.convoy.base.RunId;
import io.convoy.execution.ChangeLedger.Watched;
import io.convoy.inventory.InventoryStore;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One look at the cluster of a run for what somebody else has changed. */
@ApplicationScoped
class ChangeLook {

    private static final Logger LOG = Logger.getLogger(ChangeLook.class);

    private final List<ChangeProbe> probes;
    private final ChangeLedger ledger;
    private final InventoryStore inventory;
    private final WatchSettings settings;
    private final Clock clock;

    ChangeLook(
            @All List<ChangeProbe> probes,
            ChangeLedger ledger,
            InventoryStore inventory,
            WatchSettings settings,
            Clock clock) {
        this.probes = probes;
        this.ledger = ledger;
        this.inventory = inventory;
        this.settings = settings;
        this.clock = clock;
    }

    /** A look that fails is one that has not been taken. */
    void take(RunId run) {
        try {
            ledger.watched(run).ifPresent(this::look);
        } catch (RuntimeException e) {
            LOG.debugf(e, "Whether somebody else changes the cluster of run %s is not known now", run);
        }
    }

    private void look(Watched watched) {
        Optional<ChangeProbe> probe = probes.stream()
                .filter(each -> each.watches(watched.at().plan()))
                .findFirst();
        if (probe.isEmpty()) {
            ledger.never(watched.run().id());
            return;
        }
        Instant began = clock.instant();
        List<Difference> found = inventory
                .find(watched.run().cluster())
                .map(cluster -> probe.get().differences(cluster, watched.at()))
                .orElse(List.of());
        Instant now = clock.instant();
        if (Duration.between(began, now).compareTo(settings.longest()) <= 0) {
            ledger.settle(watched, found, now);
        }
    }
}
