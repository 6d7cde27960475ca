package io.convoy.api;

import io.convoy.base.ClusterName;
import io.convoy.inventory.InventoryStore;
import io.convoy.wave.Explanation;
import io.convoy.wave.Explanations;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Why a cluster is or is not moving. */
@Path("/api/v1/clusters/{name}/explain")
@Blocking
public class ExplainResource {

    private final Explanations explanations;
    private final InventoryStore inventory;

    ExplainResource(Explanations explanations, InventoryStore inventory) {
        this.explanations = explanations;
        this.inventory = inventory;
    }

    @GET
    public Explanation explain(@PathParam("name") ClusterName name) {
        inventory.get(name);
        return explanations.of(name);
    }
}
