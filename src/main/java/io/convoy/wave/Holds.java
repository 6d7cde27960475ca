package io.convoy.wave;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.Refusal;
import io.convoy.execution.Run;
import io.convoy.execution.StartPermission;
import io.convoy.inventory.InventoryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps a scope still until somebody lets go or the hold expires; it acts on runs at their next safe point. */
@ApplicationScoped
public class Holds implements StartPermission {

    private final ProgramStore store;
    private final InventoryStore inventory;
    private final AuditLog audit;
    private final Clock clock;

    Holds(ProgramStore store, InventoryStore inventory, AuditLog audit, Clock clock) {
        this.store = store;
        this.inventory = inventory;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public List<Hold> standing() {
        Instant now = clock.instant();
        return store.holds().stream().filter(hold -> hold.standsAt(now)).toList();
    }

    @Transactional
    public Hold set(HoldScope scope, String reason, Optional<Instant> until, Actor by) {
        Instant now = clock.instant();
        if (reason.isBlank()) {
            throw Refusal.invalid("A hold says why: give a reason", List.of());
        }
        if (until.isPresent() && !until.get().isAfter(now)) {
            throw Refusal.invalid(
                    "A hold until " + until.get() + " would be over already (it is " + now + ")", List.of());
        }
        Hold hold = new Hold(scope, reason, until, by.name(), now);
        store.save(hold);
        audit.record(
                by,
                "hold.set",
                scope.value(),
                Map.of("reason", reason, "until", until.map(Instant::toString).orElse("")));
        return hold;
    }

    /** Lets go; letting go twice changes nothing. */
    @Transactional
    public void remove(HoldScope scope, Actor by) {
        if (store.remove(scope)) {
            audit.record(by, "hold.removed", scope.value(), Map.of());
        }
    }

    @Override
    public Optional<String> withheld(Run run, Instant now) {
        List<String> regions =
                inventory.find(run.cluster()).map(Candidates::regions).orElse(List.of());
        Candidate candidate = new Candidate(
                run.cluster(), run.wave(), WaveState.STARTED, regions, Optional.empty(), Candidate.Progress.MOVING);
        return Admission.holdOn(candidate, store.holds(), now)
                .map(hold -> "Held (" + hold.scope() + ") by " + hold.setBy() + ": " + hold.reason());
    }
}
