package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.wave.WaveReports;
import io.convoy.wave.WaveReports.WaveReport;
import io.convoy.wave.Waves;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The waves of the program. */
@Path("/api/v1/waves")
@Blocking
public class WavesResource {

    private final Waves waves;
    private final WaveReports reports;
    private final CallerIdentity caller;

    WavesResource(Waves waves, WaveReports reports, CallerIdentity caller) {
        this.waves = waves;
        this.reports = reports;
        this.caller = caller;
    }

    /** Every wave with its clusters, and why those that have not started have not. */
    @GET
    public Page<WaveReport> waves() {
        return new Page<>(reports.all(), null);
    }

    /** {@code start}, {@code pause}, {@code resume} or {@code abort}. */
    @POST
    @Path("/{name}/{act}")
    public WaveReport act(@PathParam("name") String name, @PathParam("act") String act) {
        switch (act) {
            case "start" -> waves.start(name, caller.actor());
            case "pause" -> waves.pause(name, caller.actor());
            case "resume" -> waves.resume(name, caller.actor());
            case "abort" -> waves.abort(name, caller.actor());
            default -> throw Refusal.notFound("A wave can start, pause, resume and abort, not '" + act + "'");
        }
        return reports.all().stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
