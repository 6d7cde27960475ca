package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.hooks.SchemaPermission;
import io.convoy.nodestatus.ClusterStatus;
import io.convoy.nodestatus.NodeStatuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One question with two answers, made for {@code curl -f} in a cron job. */
@Path("/api/v1/clusters/{name}/schema-changes")
@Tag(name = "For automation")
class SchemaChangesResource {

    private final Clusters clusters;
    private final NodeStatuses statuses;

    SchemaChangesResource(Clusters clusters, NodeStatuses statuses) {
        this.clusters = clusters;
        this.statuses = statuses;
    }

    @GET
    @Operation(
            summary = "May tables be dropped, truncated or altered now?",
            description = "A yes can be overtaken by a freeze; a permit cannot.")
    @APIResponse(responseCode = "200", description = "Yes")
    @APIResponse(
            responseCode = "423",
            description = "No, or it is not known; Retry-After says in seconds when to ask again")
    public SchemaChangesBody schemaChanges(@PathParam("name") String name) {
        ClusterStatus status = statuses.now(clusters.named(name).cluster());
        SchemaPermission permission = status.schemaChanges();
        if (!permission.allowed()) {
            throw Refusal.locked(permission.reason(), permission.retryAfter());
        }
        return new SchemaChangesBody(
                status.cluster().value(),
                true,
                permission.reason(),
                status.version(),
                status.asOf().orElse(null),
                status.timeToLive().toSeconds());
    }
}
