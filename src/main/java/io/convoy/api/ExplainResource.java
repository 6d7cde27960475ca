package io.convoy.api;

import io.convoy.base.ClusterName;
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

    ExplainResource(Explanations explanations) {
        this.explanations = explanations;
    }

    @GET
    public Explanation explain(@PathParam("name") ClusterName name) {
        return explanations.of(name);
    }
}
