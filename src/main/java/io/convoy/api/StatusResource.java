package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.inventory.Cluster;
import io.convoy.nodestatus.ClusterStatus;
import io.convoy.nodestatus.NodeStatuses;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the nodes of a cluster are doing, for customers' automation. */
@Path("/api/v1/clusters/{name}/status")
@Tag(name = "For automation")
class StatusResource {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Clusters clusters;
    private final NodeStatuses statuses;

    StatusResource(Clusters clusters, NodeStatuses statuses) {
        this.clusters = clusters;
        this.statuses = statuses;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "What every node is doing",
            description =
                    "With wait (30s, PT30S; at most PT2M) and since, answers as soon as the version is another one than"
                            + " since, and at the latest after the wait. Unknown or stale never reads as available or allowed.")
    @APIResponse(responseCode = "200", description = "A ClusterStatusBody; its version is the ETag")
    @APIResponse(responseCode = "304", description = "Nothing but asOf has changed since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "No such cluster")
    public Uni<Response> status(
            @PathParam("name") String name,
            @QueryParam("wait") @Nullable String wait,
            @QueryParam("since") @Nullable String since,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Duration longest = Optional.ofNullable(wait).map(StatusResource::parse).orElse(Duration.ZERO);
        KnownVersion known = KnownVersion.of(since, ifNoneMatch);
        Cluster cluster = clusters.named(name).cluster();
        return statuses.after(cluster, known.orNone(), longest).map(status -> response(status, known));
    }

    private static Duration parse(String wait) {
        Duration parsed = Durations.parse(wait, "");
        if (parsed.isNegative() || parsed.compareTo(LONGEST_WAIT) > 0) {
            throw Refusal.invalidAt("", "wait is at most " + LONGEST_WAIT);
        }
        return parsed;
    }

    private static Response response(ClusterStatus status, KnownVersion known) {
        CacheControl control = new CacheControl();
        control.setNoCache(true);
        Response.ResponseBuilder builder =
                known.isUnchanged(status) ? Response.notModified() : Response.ok(ClusterStatusBody.of(status));
        return builder.tag(KnownVersion.tag(status)).cacheControl(control).build();
    }

    @GET
    @Produces("text/event-stream;qs=0.5")
    @Blocking
    @Operation(summary = "The same as a stream: an event 'status' now, at each new version and every ttlSeconds")
    public Multi<OutboundSseEvent> stream(@PathParam("name") String name, @Context Sse sse) {
        Cluster cluster = clusters.named(name).cluster();
        return statuses.stream(cluster).map(status -> event(status, sse));
    }

    private static OutboundSseEvent event(ClusterStatus status, Sse sse) {
        return sse.newEventBuilder()
                .id(String.valueOf(status.version()))
                .name("status")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(ClusterStatusBody.class, ClusterStatusBody.of(status))
                .build();
    }
}
