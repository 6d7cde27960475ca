package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.KafkaStep.NameClients;
import jakarta.inject.Singleton;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Has brokers count requests by client id, which they do while any client id has a quota. */
@Singleton
class NameClientsHandler implements StepHandler<NameClients> {

    private final KafkaLinks links;

    NameClientsHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<NameClients> stepType() {
        return NameClients.class;
    }

    @Override
    public Outcome advance(NameClients step, StepContext context) {
        ClientNaming naming = links.to(context.cluster()).naming();
        try {
            naming.set(step.named());
        } catch (UnreachableKafkaException e) {
            if (e.getCause() instanceof UnsupportedVersionException) {
                return Outcome.done(
                        "Brokers older than 2.6 cannot be asked for it: a person will have to say who is left");
            }
            throw e;
        }
        return Outcome.done(
                step.named()
                        ? "Brokers tell requests by client id: " + naming
                        : "Convoy's quota for its own client id is gone");
    }
}
