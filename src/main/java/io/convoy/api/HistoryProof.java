package io.convoy.api;

import io.convoy.audit.AuditEntry;
import io.convoy.audit.AuditLog;
import io.convoy.history.HistoryCheck;
import io.convoy.history.HistoryReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Has the whole audit log read by the history checker, page by page. */
@ApplicationScoped
class HistoryProof {

    private final AuditLog audit;
    private final Clock clock;

    HistoryProof(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    HistoryReport report() {
        HistoryCheck check = new HistoryCheck();
        List<AuditEntry> page = page(0);
        while (!page.isEmpty()) {
            page.forEach(check::add);
            page = page(page.get(page.size() - 1).sequence());
        }
        return check.report(clock.instant());
    }

    private List<AuditEntry> page(long after) {
        return audit.list(after, AuditLog.MOST_LISTED, Optional.empty());
    }
}
