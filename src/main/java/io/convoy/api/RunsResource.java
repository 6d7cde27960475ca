package io.convoy.api;

import io.convoy.base.Actor;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.execution.Run;
import io.convoy.execution.Runs;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Runs: what they do, and what people want of them. */
@Path("/api/v1/runs")
@Blocking
public class RunsResource {

    private final Runs runs;
    private final CallerIdentity caller;
    private final Clock clock;

    RunsResource(Runs runs, CallerIdentity caller, Clock clock) {
        this.runs = runs;
        this.caller = caller;
        this.clock = clock;
    }

    /** The newest first. */
    @GET
    public Page<RunSummary> list(
            @QueryParam("cluster") @Nullable String cluster,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return Paging.of(limit, after)
                .of(
                        runs.all().stream()
                                .filter(run ->
                                        cluster == null || run.cluster().value().equals(cluster))
                                .filter(run ->
                                        state == null || run.state().word().equals(state.toUpperCase(Locale.ROOT)))
                                .map(RunSummary::of)
                                .toList(),
                        RunSummary::id);
    }

    @GET
    @Path("/{id}")
    public RunDetail get(@PathParam("id") String id) {
        return RunDetail.of(runs.report(RunId.parse(id)), clock.instant());
    }

    /** Stops it at its next safe point. */
    @POST
    @Path("/{id}/pause")
    public RunSummary pause(@PathParam("id") String id) {
        return ask(id, runs::pause);
    }

    @POST
    @Path("/{id}/resume")
    public RunSummary resume(@PathParam("id") String id) {
        return ask(id, runs::resume);
    }

    /** Tries the step again that needs attention. */
    @POST
    @Path("/{id}/retry")
    public RunSummary retry(@PathParam("id") String id) {
        return ask(id, runs::retry);
    }

    /** Takes back every step, the last one first; 409 once the point of no return is passed. */
    @POST
    @Path("/{id}/rollback")
    public RunSummary rollBack(@PathParam("id") String id) {
        return ask(id, runs::rollBack);
    }

    /** What is said with a yes. */
    public record Confirmation(@Nullable String comment) {}

    /** Answers a gate. */
    @POST
    @Path("/{id}/steps/{step}/confirmation")
    public RunDetail confirm(
            @PathParam("id") String id, @PathParam("step") String step, @Nullable Confirmation confirmation) {
        String comment = confirmation == null || confirmation.comment() == null ? "" : confirmation.comment();
        runs.confirm(RunId.parse(id), new StepId(step), comment, caller.actor());
        return get(id);
    }

    private RunSummary ask(String id, BiFunction<RunId, Actor, Run> wish) {
        RunId run = RunId.parse(id);
        return RunSummary.of(wish.apply(run, caller.actor()));
    }
}
