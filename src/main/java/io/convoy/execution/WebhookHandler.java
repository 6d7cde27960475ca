package io.convoy.execution;

import io.convoy.hooks.WebhookAnswer;
import io.convoy.hooks.WebhookCall;
import io.convoy.hooks.WebhookCaller;
import io.convoy.plan.GeneralStep.Webhook;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;

/** Asks the customer's automation until it agrees. */
@Singleton
class WebhookHandler implements StepHandler<Webhook> {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private final WebhookCaller caller;

    WebhookHandler(WebhookCaller caller) {
        this.caller = caller;
    }

    @Override
    public Class<Webhook> stepType() {
        return Webhook.class;
    }

    @Override
    public Outcome advance(Webhook step, StepContext context) {
        URI url = URI.create(step.url().read(System.getenv()));
        WebhookCall call = WebhookCall.of(context.cluster().name(), context.run(), context.step(), step.purpose());
        WebhookAnswer answer = caller.call(url, call);
        if (answer instanceof WebhookAnswer.Agreed) {
            return Outcome.done("The webhook " + step.url() + " agreed");
        }
        if (answer instanceof WebhookAnswer.NotYet notYet) {
            return Outcome.waiting("The webhook " + step.url() + " says not yet (" + notYet.status() + ")", ASK_AGAIN);
        }
        return Outcome.retry(((WebhookAnswer.Failed) answer).reason());
    }
}
