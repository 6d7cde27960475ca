package io.convoy.execution;

import io.convoy.hooks.FreezeProgress;
import io.convoy.hooks.SchemaFreezes;
import io.convoy.plan.CassandraStep.ReleaseSchema;
import jakarta.inject.Singleton;

/** Ends the run's freeze and gives every node its own settings back. */
@Singleton
class ReleaseSchemaHandler implements StepHandler<ReleaseSchema> {

    private final SchemaFreezes freezes;

    ReleaseSchemaHandler(SchemaFreezes freezes) {
        this.freezes = freezes;
    }

    @Override
    public Class<ReleaseSchema> stepType() {
        return ReleaseSchema.class;
    }

    @Override
    public Outcome advance(ReleaseSchema step, StepContext context) {
        FreezeProgress progress = freezes.release(context.cluster(), context.run());
        return progress.isReached()
                ? Outcome.done(progress.describe())
                : Outcome.waiting(progress.describe(), FreezeSchemaHandler.ASK_AGAIN);
    }
}
