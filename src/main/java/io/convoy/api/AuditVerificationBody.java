package io.convoy.api;

import io.convoy.audit.AuditProof;
import io.convoy.history.HistoryReport;
import org.jspecify.annotations.Nullable;

/**
 * What walking the audit log's whole chain of hashes showed, and what it tells of promises.
 *
 * @param entries how many entries follow one another without a break, from the first
 * @param head the hash of the last of them: noted elsewhere, it proves later that nothing was rewritten
 * @param reason what is wrong behind them; null when nothing is
 */
public record AuditVerificationBody(
        boolean intact, long entries, String head, @Nullable String reason, HistoryBody history) {

    static AuditVerificationBody of(AuditProof proof, HistoryReport report) {
        return new AuditVerificationBody(
                proof.whole(),
                proof.entries(),
                proof.head().value(),
                proof.broken().orElse(null),
                HistoryBody.of(report));
    }
}
