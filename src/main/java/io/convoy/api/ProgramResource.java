package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.program.ProgramForm;
import io.convoy.program.Selector;
import io.convoy.wave.Programs;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

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

    @POST
    @Path("/calendars/{name}")
    @Consumes("text/calendar")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes the events of an iCalendar file, two years ahead, into the program",
            description = "as=freeze (usual) or as=window; timeZone of its owner, UTC where absent; select as in waves."
                    + " Importing a calendar of the same name again replaces what it had become.")
    public String calendar(
            @PathParam("name") String name,
            @QueryParam("as") @Nullable String as,
            @QueryParam("timeZone") @Nullable String timeZone,
            @QueryParam("select") @Nullable String select,
            String text) {
        boolean asWindow = "window".equals(as);
        if (!asWindow && as != null && !as.equals("freeze")) {
            throw Refusal.invalid("as is freeze or window, not '" + as + "'", List.of());
        }
        Programs.CalendarOrder order = new Programs.CalendarOrder(
                text, name, Optional.ofNullable(select).map(ProgramResource::selector), zone(timeZone));
        return ProgramForm.json(programs.importCalendar(order, asWindow, caller.actor()));
    }

    private static Selector selector(String text) {
        try {
            return Selector.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(String.valueOf(e.getMessage()), List.of());
        }
    }

    private static ZoneId zone(@Nullable String text) {
        try {
            return text == null ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("'" + text + "' is not a time zone: write one such as Europe/Berlin", List.of());
        }
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
