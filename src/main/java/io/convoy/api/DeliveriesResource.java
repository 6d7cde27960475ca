package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.base.RunId;
import io.convoy.execution.Runs;
import io.convoy.hooks.DeliveryLog;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent to customers' automation about a run, and what it answered. */
@Path("/api/v1/runs/{id}/deliveries")
@Blocking
public class DeliveriesResource {

    private final Runs runs;
    private final DeliveryLog deliveries;

    DeliveriesResource(Runs runs, DeliveryLog deliveries) {
        this.runs = runs;
        this.deliveries = deliveries;
    }

    /** The newest first. */
    @GET
    public Page<DeliveryBody> list(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        RunId run = RunId.parse(id);
        if (runs.find(run).isEmpty()) {
            throw Refusal.notFound("There is no run " + run);
        }
        Paging paging = Paging.of(limit, after);
        long seen = paging.after().map(DeliveriesResource::number).orElse(Long.MAX_VALUE);
        List<DeliveryBody> sent = deliveries.ofRun(run, seen, paging.limit()).stream()
                .map(DeliveryBody::of)
                .toList();
        boolean full = sent.size() == paging.limit();
        return new Page<>(sent, full ? String.valueOf(sent.get(sent.size() - 1).number()) : null);
    }

    private static long number(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw Refusal.invalidAt("", "after is the number of the last delivery that you have seen");
        }
        return Long.parseLong(after);
    }
}
