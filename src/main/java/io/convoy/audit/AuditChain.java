package io.convoy.audit;

import io.convoy.base.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The end of a chain of entries: each entry's hash covers its own facts and the hash of the entry before, so that no entry
 * can be altered, dropped or slipped in without breaking every one that follows.
 */
record AuditChain(long sequence, Digest hash) {

    /** The chain before its first entry. */
    static final AuditChain START = new AuditChain(0, new Digest("sha256:" + "0".repeat(64)));

    AuditEntry next(AuditAct act) {
        return new AuditEntry(sequence + 1, act, hash, hash(sequence + 1, act, hash));
    }

    AuditChain after(AuditEntry entry) {
        return new AuditChain(entry.sequence(), entry.hash());
    }

    /** Why the entry cannot follow here; empty when it does. */
    Optional<String> breakAt(AuditEntry entry) {
        if (entry.sequence() != sequence + 1) {
            return Optional.of(
                    "entry " + (sequence + 1) + " is missing: after " + sequence + " comes " + entry.sequence());
        }
        if (!entry.previous().equals(hash)) {
            return Optional.of(
                    "entry " + entry.sequence() + " names another entry before it than the one that is there");
        }
        if (!entry.hash().equals(hash(entry.sequence(), entry.act(), entry.previous()))) {
            return Optional.of("entry " + entry.sequence() + " was altered: its hash is not that of what it says");
        }
        return Optional.empty();
    }

    /** Every part is preceded by its length, so that no two entries share their bytes. */
    private static Digest hash(long sequence, AuditAct act, Digest previous) {
        StringBuilder text = new StringBuilder();
        List<String> parts = List.of(
                String.valueOf(sequence),
                microseconds(act.at()),
                act.actor().name(),
                act.act(),
                act.subject(),
                act.details(),
                previous.value());
        for (String part : parts) {
            text.append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part)
                    .append('\n');
        }
        return Digest.of(text.toString());
    }

    private static String microseconds(Instant at) {
        return at.getEpochSecond() + "." + at.getNano() / 1000;
    }
}
