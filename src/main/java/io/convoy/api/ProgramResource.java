package io.convoy.api;

import io.convoy.program.ProgramForm;
import io.convoy.wave.Programs;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The program: limits, windows, freezes, waves, dependencies and failure thresholds, as {@code docs/program.md} describes. */
@Path("/api/v1/program")
@Blocking
public class ProgramResource {

    private static final String YAML = "application/yaml";

    private final Programs programs;
    private final CallerIdentity caller;

    ProgramResource(Programs programs, CallerIdentity caller) {
        this.programs = programs;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String json() {
        return ProgramForm.json(programs.program());
    }

    @GET
    @Produces(YAML)
    public String yaml() {
        return ProgramForm.yaml(programs.program());
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replaces the program, written in JSON or YAML; effective at once for what starts from now on",
            description = "422 names the place of every problem, and nothing is changed.")
    public String replace(String document) {
        return ProgramForm.json(programs.replace(ProgramForm.read(document), caller.actor()));
    }
}
