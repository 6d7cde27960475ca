package io.convoy.api;

import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import io.convoy.inventory.InventoryStore;
import io.convoy.wave.Choices;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/** Leaves one cluster out of the program, or takes it up again. */
@Path("/api/v1/clusters/{name}")
@Blocking
public class ChoiceResource {

    private final Choices choices;
    private final InventoryStore inventory;
    private final CallerIdentity caller;

    ChoiceResource(Choices choices, InventoryStore inventory, CallerIdentity caller) {
        this.choices = choices;
        this.inventory = inventory;
        this.caller = caller;
    }

    /** Why. */
    public record SkipOrder(@Nullable String reason) {}

    /** 409 while it moves and once it has moved. */
    @POST
    @Path("/skip")
    public void skip(@PathParam("name") ClusterName name, @Nullable SkipOrder order) {
        inventory.get(name);
        if (order == null || order.reason() == null) {
            throw Refusal.invalidAt("/reason", "Skipping says why: {\"reason\": …}");
        }
        choices.skip(name, order.reason(), caller.actor());
    }

    /** Goes again with the plan that is approved for it; 409 unless it is skipped or was rolled back. */
    @POST
    @Path("/retry")
    public void retry(@PathParam("name") ClusterName name) {
        inventory.get(name);
        choices.retry(name, caller.actor());
    }
}
