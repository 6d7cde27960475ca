package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.wave.Program;
import io.convoy.wave.Waves;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** The program and its waves. */
@Path("/api/v1")
@Blocking
public class ProgramResource {

    private final Waves waves;
    private final CallerIdentity caller;

    ProgramResource(Waves waves, CallerIdentity caller) {
        this.waves = waves;
        this.caller = caller;
    }

    @GET
    @Path("/program")
    public Program program() {
        return waves.program();
    }

    /** Replaces the program; effective at once. 422 names every problem, and nothing is changed. */
    @PUT
    @Path("/program")
    public Program replace(Program program) {
        return waves.replace(program, caller.actor());
    }

    /** Every wave with its clusters, and why those that have not started have not. */
    @GET
    @Path("/waves")
    public Page<Waves.WaveReport> waves() {
        return new Page<>(waves.report(), null);
    }

    /** {@code start}, {@code pause}, {@code resume} or {@code abort}. */
    @POST
    @Path("/waves/{name}/{act}")
    public Waves.WaveReport act(@PathParam("name") String name, @PathParam("act") String act) {
        switch (act) {
            case "start" -> waves.start(name, caller.actor());
            case "pause" -> waves.pause(name, caller.actor());
            case "resume" -> waves.resume(name, caller.actor());
            case "abort" -> waves.abort(name, caller.actor());
            default -> throw Refusal.notFound("A wave can start, pause, resume and abort, not '" + act + "'");
        }
        List<Waves.WaveReport> reports = waves.report();
        return reports.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
