package io.convoy.api;

import io.convoy.inventory.Discoveries;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.InventoryExport;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads running clusters into inventory files. */
@Path("/api/v1/inventory/discoveries")
@Tag(name = "Inventory")
class DiscoveryResource {

    private final Discoveries discoveries;

    DiscoveryResource(Discoveries discoveries) {
        this.discoveries = discoveries;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/yaml;qs=0.9")
    @Operation(
            summary = "Read a running cluster into the form of an inventory file; nothing is stored",
            description =
                    "The file says what the cluster itself knows: its provider and region read unknown, and it has no"
                            + " target. Edit it, then import it.")
    @APIResponse(responseCode = "200", description = "An inventory file of one cluster, as application/yaml or JSON")
    @APIResponse(responseCode = "422", description = "Nothing answers at the address, or the login is refused")
    public String yaml(DiscoveryRequest request) {
        return InventoryExport.yaml(discovered(request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String json(DiscoveryRequest request) {
        return InventoryExport.json(discovered(request));
    }

    private Fleet discovered(DiscoveryRequest request) {
        return discoveries.discover(request.where(), request.reference());
    }
}
