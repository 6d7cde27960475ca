package io.convoy.api;

import io.convoy.audit.AuditLog;
import io.convoy.base.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what, and the proof that this record is whole. */
@Path("/api/v1/audit")
@Tag(name = "Audit")
class AuditResource {

    private final AuditLog audit;
    private final HistoryProof history;

    AuditResource(AuditLog audit, HistoryProof history) {
        this.audit = audit;
        this.history = history;
    }

    @GET
    @Operation(summary = "Entries in their order, those of one subject (cluster:orders, fleet:acme) with subject=")
    public Page<AuditEntryBody> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @QueryParam("subject") @Nullable String subject) {
        Paging paging = Paging.of(limit, after);
        long seen = paging.after().map(AuditResource::sequence).orElse(0L);
        List<AuditEntryBody> entries = audit.list(seen, paging.limit(), Optional.ofNullable(subject)).stream()
                .map(AuditEntryBody::of)
                .toList();
        boolean full = entries.size() == paging.limit();
        return new Page<>(
                entries, full ? String.valueOf(entries.get(entries.size() - 1).sequence()) : null);
    }

    private static long sequence(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw Refusal.invalidAt("", "after is the sequence of the last entry that you have seen");
        }
        return Long.parseLong(after);
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Walk the whole chain of hashes, and check the history of every program against its promises")
    public AuditVerificationBody verify() {
        return AuditVerificationBody.of(audit.verify(), history.report());
    }
}
