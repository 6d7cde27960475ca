package io.convoy.api;

import io.convoy.base.ClusterName;
import io.convoy.plan.PlanForm;
import io.convoy.plan.PlanMarkdown;
import io.convoy.plan.PlanRevision;
import io.convoy.plan.Plans;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The change plans of one cluster. */
@Path("/api/v1/clusters/{name}/plans")
@Tag(name = "Plans")
class PlanResource {

    private final Clusters clusters;
    private final Plans plans;
    private final CallerIdentity caller;

    PlanResource(Clusters clusters, Plans plans, CallerIdentity caller) {
        this.clusters = clusters;
        this.plans = plans;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every revision, the newest first")
    public Page<PlanSummary> list(
            @PathParam("name") String name,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return Paging.of(limit, after)
                .of(
                        plans.revisions(cluster(name)).stream()
                                .map(PlanSummary::of)
                                .toList(),
                        summary -> String.valueOf(summary.revision()));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Look at the cluster and plan its move; the body is not read")
    @APIResponse(responseCode = "201", description = "A PlanBody: a new revision")
    @APIResponse(responseCode = "200", description = "A PlanBody: the revision that there was, since nothing differs")
    @APIResponse(responseCode = "409", description = "The cluster has no target, or nobody can plan it")
    public Response make(@PathParam("name") String name, @Context UriInfo uri) {
        Plans.Made made = plans.make(cluster(name), caller.actor());
        URI location = uri.getAbsolutePathBuilder()
                .path(String.valueOf(made.revision().revision()))
                .build();
        return Response.status(made.created() ? Response.Status.CREATED : Response.Status.OK)
                .location(location)
                .entity(body(made.revision()))
                .build();
    }

    @GET
    @Path("/{revision}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A revision (a number, or latest), as JSON, application/yaml or text/markdown")
    @APIResponse(responseCode = "200", description = "A PlanBody, the canonical YAML, or the text for reviewers")
    public PlanBody json(@PathParam("name") String name, @PathParam("revision") String revision) {
        return body(plans.find(cluster(name), revision));
    }

    @GET
    @Path("/{revision}")
    @Produces("application/yaml;qs=0.9")
    public String yaml(@PathParam("name") String name, @PathParam("revision") String revision) {
        return PlanForm.yaml(plans.find(cluster(name), revision).plan());
    }

    @GET
    @Path("/{revision}")
    @Produces("text/markdown;qs=0.8")
    public String markdown(@PathParam("name") String name, @PathParam("revision") String revision) {
        return PlanMarkdown.of(plans.find(cluster(name), revision).plan());
    }

    @GET
    @Path("/{revision}/diff")
    @Operation(summary = "What the revision has changed compared with another; without against, with the one before it")
    public PlanDifferenceBody difference(
            @PathParam("name") String name,
            @PathParam("revision") String revision,
            @QueryParam("against") @Nullable String against) {
        ClusterName cluster = cluster(name);
        int later = plans.find(cluster, revision).revision();
        String other = Optional.ofNullable(against).orElse(String.valueOf(later - 1));
        int earlier = plans.find(cluster, other).revision();
        return PlanDifferenceBody.of(later, earlier, plans.difference(cluster, earlier, later));
    }

    @PUT
    @Path("/{revision}/approval")
    @Operation(summary = "Approve the plan of this digest")
    @APIResponse(responseCode = "200", description = "An ApprovalBody")
    @APIResponse(
            responseCode = "409",
            description = "The plan has another digest, is blocked, or is stale; problems[] names the changed facts")
    public ApprovalBody approve(
            @PathParam("name") String name, @PathParam("revision") String revision, @Nullable ApprovalRequest request) {
        ApprovalRequest asked = request == null ? new ApprovalRequest(null, null) : request;
        ClusterName cluster = cluster(name);
        int number = plans.find(cluster, revision).revision();
        return ApprovalBody.of(
                plans.approve(cluster, number, asked.reviewed(), asked.commentOrEmpty(), caller.actor()));
    }

    @DELETE
    @Path("/{revision}/approval")
    @Operation(summary = "Withdraw the approval")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    public void withdraw(@PathParam("name") String name, @PathParam("revision") String revision) {
        ClusterName cluster = cluster(name);
        plans.withdraw(cluster, plans.find(cluster, revision).revision(), caller.actor());
    }

    private ClusterName cluster(String name) {
        return clusters.named(name).cluster().name();
    }

    private PlanBody body(PlanRevision revision) {
        return PlanBody.of(revision, plans.approval(revision.cluster(), revision.revision()));
    }
}
