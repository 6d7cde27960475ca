package io.convoy.wave;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.Refusal;
import io.convoy.execution.HoldFence;
import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps a scope still until somebody lets go or the hold expires; {@link StepGuard} keeps runs at their next safe point. */
@ApplicationScoped
public class Holds {

    private final ProgramStore store;
    private final HoldFence fence;
    private final AuditLog audit;
    private final Clock clock;

    Holds(ProgramStore store, HoldFence fence, AuditLog audit, Clock clock) {
        this.store = store;
        this.fence = fence;
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
        fence.beforeHold();
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
}
