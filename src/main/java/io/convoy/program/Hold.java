package io.convoy.program;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody's word that nothing in a scope goes on.
 *
 * @param until when it ends by itself, if ever
 */
public record Hold(HoldScope scope, String reason, Optional<Instant> until, String setBy, Instant setAt) {

    public boolean standsAt(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}
