package io.convoy.execution;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while runs stand still because nothing can be written, although the database may still answer. */
@Readiness
@Singleton
class RunsHealth implements HealthCheck {

    private final LostLooks lost;

    RunsHealth(LostLooks lost) {
        this.lost = lost;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Runs");
        return lost.standstill()
                .map(standstill -> answer.down()
                        .withData("standingStillSince", standstill.since().toString())
                        .withData("reason", standstill.reason()))
                .orElseGet(answer::up)
                .build();
    }
}
