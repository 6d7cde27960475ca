package io.convoy.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.convoy.audit.AuditEntry;
import java.time.Instant;

/**
 * One entry of the audit log.
 *
 * @param details a JSON object
 * @param previous the hash of the entry before
 * @param hash of this entry and {@code previous}
 */
public record AuditEntryBody(
        long sequence,
        Instant at,
        String actor,
        String act,
        String subject,
        @JsonRawValue String details,
        String previous,
        String hash) {

    static AuditEntryBody of(AuditEntry entry) {
        return new AuditEntryBody(
                entry.sequence(),
                entry.act().at(),
                entry.act().actor().name(),
                entry.act().act(),
                entry.act().subject(),
                entry.act().details(),
                entry.previous().value(),
                entry.hash().value());
    }
}
