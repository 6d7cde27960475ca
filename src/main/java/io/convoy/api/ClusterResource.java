package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.execution.Runs;
import io.convoy.inventory.ClusterQuery;
import io.convoy.inventory.InventoryStore;
import io.convoy.inventory.Kind;
import io.convoy.wave.Programs;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The clusters of the inventory. */
@Path("/api/v1/clusters")
@Tag(name = "Inventory")
class ClusterResource {

    private final InventoryStore inventory;
    private final Clusters clusters;
    private final Programs programs;
    private final Runs runs;

    ClusterResource(InventoryStore inventory, Clusters clusters, Programs programs, Runs runs) {
        this.inventory = inventory;
        this.clusters = clusters;
        this.programs = programs;
        this.runs = runs;
    }

    /** What narrows the list of clusters down. */
    record Filter(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("provider") @Nullable String provider,
            @QueryParam("region") @Nullable String region,
            @QueryParam("wave") @Nullable String wave,
            @QueryParam("state") @Nullable String state,
            @QueryParam("q") @Nullable String text) {

        ClusterQuery query() {
            return new ClusterQuery(
                    Optional.ofNullable(kind).map(Filter::parse),
                    Optional.ofNullable(provider),
                    Optional.ofNullable(region),
                    Optional.ofNullable(text));
        }

        private static Kind parse(String kind) {
            try {
                return Kind.parse(kind);
            } catch (IllegalArgumentException e) {
                throw Refusal.invalidAt("", String.valueOf(e.getMessage()));
            }
        }

        boolean admits(ClusterSummary cluster) {
            return (wave == null || wave.equals(cluster.wave())) && (state == null || state.equals(cluster.state()));
        }
    }

    @GET
    @Operation(
            summary = "The clusters, by name",
            description =
                    "kind is cassandra or kafka; q looks for a part of a name, tier, version, owner, strategy or label.")
    public Page<ClusterSummary> list(
            @BeanParam Filter filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        ClusterProgress progress = progress();
        List<ClusterSummary> found = inventory.matching(filter.query()).stream()
                .map(cluster -> ClusterSummary.of(cluster, progress))
                .filter(filter::admits)
                .toList();
        return Paging.of(limit, after).of(found, ClusterSummary::name);
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One cluster, with its entry in the inventory's own form")
    @APIResponse(responseCode = "404", description = "No such cluster")
    public ClusterBody find(@PathParam("name") String name) {
        return ClusterBody.of(clusters.named(name), progress());
    }

    private ClusterProgress progress() {
        return new ClusterProgress(programs.members(), runs.latest().values());
    }
}
