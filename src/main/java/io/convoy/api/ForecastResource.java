package io.convoy.api;

import io.convoy.wave.Forecasts;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** When the program is likely to end. */
@Path("/api/v1/forecast")
@Blocking
public class ForecastResource {

    private final Forecasts forecasts;

    ForecastResource(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @GET
    @Operation(
            summary =
                    "The end of the program and of each wave with a probability of 50, 80 and 90 %, and the critical chain",
            description =
                    "200 simulated programs from where this one stands; finished steps tell how fast the fleet moves."
                            + " An instant is absent where that may never come.")
    public Forecasts.Outlook forecast() {
        return forecasts.outlook();
    }
}
