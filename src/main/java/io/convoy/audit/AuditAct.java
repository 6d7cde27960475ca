package io.convoy.audit;

import io.convoy.base.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who did what to what, and when.
 *
 * @param at to the microsecond, which is what the database keeps
 * @param act a dotted word: {@code inventory.imported}
 * @param subject what it was done to: {@code cluster:orders}
 * @param details a JSON object, byte for byte as it is hashed
 */
public record AuditAct(Instant at, Actor actor, String act, String subject, String details) {

    public AuditAct {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (act.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("An audit entry names an act and its subject");
        }
    }
}
