package io.convoy.execution;

import io.convoy.hooks.FreezeProgress;
import io.convoy.hooks.SchemaFreezes;
import io.convoy.plan.CassandraStep.FreezeSchema;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Freezes the schema for as long as the run wants it. */
@Singleton
class FreezeSchemaHandler implements StepHandler<FreezeSchema> {

    static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final SchemaFreezes freezes;

    FreezeSchemaHandler(SchemaFreezes freezes) {
        this.freezes = freezes;
    }

    @Override
    public Class<FreezeSchema> stepType() {
        return FreezeSchema.class;
    }

    @Override
    public Outcome advance(FreezeSchema step, StepContext context) {
        String reason = "Run " + context.run() + " streams data to " + step.datacenters();
        FreezeProgress progress = freezes.advance(context.cluster(), context.run(), reason);
        return progress.isReached()
                ? Outcome.done(progress.describe())
                : Outcome.waiting(progress.describe(), ASK_AGAIN);
    }
}
