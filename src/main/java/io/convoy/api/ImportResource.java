package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryImport;
import io.convoy.inventory.InventoryImports;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes inventory files in. */
@Path("/api/v1/inventory/imports")
@Tag(name = "Inventory")
class ImportResource {

    private final InventoryImports imports;
    private final CallerIdentity caller;

    ImportResource(InventoryImports imports, CallerIdentity caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Make the stored fleet equal to the file in the body: all of it, or nothing",
            description =
                    "format is yaml, json or csv. With dryRun=true nothing is stored. fleet names the fleet of a CSV"
                            + " file, which cannot name it itself.")
    @APIResponse(responseCode = "200", description = "An ImportBody")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(
            responseCode = "422",
            description = "Nothing was stored; problems[] has line, column, pointer, message")
    public ImportBody run(
            @QueryParam("format") @DefaultValue("yaml") String format,
            @QueryParam("dryRun") @DefaultValue("false") String dryRun,
            @QueryParam("fleet") @Nullable String fleet,
            byte @Nullable [] file) {
        ImportFormat known = ImportFormat.fromQuery(format);
        byte[] content = file == null ? new byte[0] : file;
        Optional<String> named = Optional.ofNullable(fleet);
        InventoryImport result = parse(dryRun)
                ? imports.preview(known, content, named)
                : imports.run(caller.actor(), known, content, named);
        return ImportBody.of(result);
    }

    private static boolean parse(String dryRun) {
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw Refusal.invalidAt("", "dryRun is true or false");
        }
        return dryRun.equals("true");
    }
}
