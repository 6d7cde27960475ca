package io.convoy.api;

import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import io.convoy.hooks.Permit;
import io.convoy.hooks.SchemaPermission;
import io.convoy.hooks.SchemaPermits;
import io.convoy.inventory.Cluster;
import io.convoy.nodestatus.NodeStatuses;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Short leases for those who are about to change a schema. */
@Path("/api/v1/clusters/{name}/schema-permits")
@Tag(name = "For automation")
class PermitResource {

    private final Clusters clusters;
    private final NodeStatuses statuses;
    private final SchemaPermits permits;
    private final CallerIdentity caller;

    PermitResource(Clusters clusters, NodeStatuses statuses, SchemaPermits permits, CallerIdentity caller) {
        this.clusters = clusters;
        this.statuses = statuses;
        this.permits = permits;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The open permits, the oldest first")
    public Page<PermitBody> open(
            @PathParam("name") String name,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        ClusterName cluster = clusters.named(name).cluster().name();
        List<PermitBody> open =
                permits.open(cluster).stream().map(PermitBody::of).toList();
        return Paging.of(limit, after).of(open, PermitBody::id);
    }

    @POST
    @Operation(
            summary = "Ask for a permit to drop, truncate or alter tables",
            description =
                    "No migration begins anything that such a change would harm before the permit is given back or"
                            + " has expired.")
    @APIResponse(responseCode = "201", description = "A PermitBody")
    @APIResponse(responseCode = "422", description = "ttl is not within PT10S and PT1H, or there is no purpose")
    @APIResponse(responseCode = "423", description = "Not now; Retry-After says in seconds when to ask again")
    public Response grant(@PathParam("name") String name, @Nullable PermitRequest request, @Context UriInfo uri) {
        PermitRequest asked = request == null ? new PermitRequest(null, null) : request;
        Cluster cluster = clusters.named(name).cluster();
        SchemaPermits.check(asked.timeToLive(), asked.purposeOrEmpty());
        refuseWhileNotAllowed(cluster);
        Permit permit = permits.grant(cluster.name(), asked.timeToLive(), asked.purposeOrEmpty(), caller.actor());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(permit.id().toString())
                        .build())
                .entity(PermitBody.of(permit))
                .build();
    }

    private void refuseWhileNotAllowed(Cluster cluster) {
        SchemaPermission permission = statuses.now(cluster).schemaChanges();
        if (!permission.allowed()) {
            throw Refusal.locked(permission.reason(), permission.retryAfter());
        }
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Renew an open permit: it ends ttl from now")
    @APIResponse(responseCode = "200", description = "A PermitBody")
    @APIResponse(responseCode = "409", description = "It has expired or was given back")
    @APIResponse(responseCode = "423", description = "A freeze waits for it: it ends when it was to end")
    public PermitBody renew(
            @PathParam("name") String name, @PathParam("id") String id, @Nullable PermitRequest request) {
        PermitRequest asked = request == null ? new PermitRequest(null, null) : request;
        ClusterName cluster = clusters.named(name).cluster().name();
        return PermitBody.of(permits.renew(cluster, parse(id), asked.timeToLive(), caller.actor()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Give a permit back; may be repeated")
    @APIResponse(responseCode = "204", description = "It is given back")
    public void giveBack(@PathParam("name") String name, @PathParam("id") String id) {
        permits.giveBack(clusters.named(name).cluster().name(), parse(id), caller.actor());
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("There is no such permit: a permit's id is a UUID");
        }
    }
}
