package io.convoy.execution;

import io.convoy.hooks.HookReceiver;
import io.convoy.hooks.WebhookAnswer;
import io.convoy.hooks.WebhookCall;
import io.convoy.hooks.WebhookCaller;
import io.convoy.plan.GeneralStep.Webhook;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

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
        WebhookCall call = new WebhookCall(
                context.cluster().name(),
                context.run(),
                context.step(),
                context.direction().name().toLowerCase(Locale.ROOT),
                step.purpose());
        WebhookAnswer answer = caller.call(new HookReceiver(step.url(), step.secret()), call);
        return outcome("The webhook " + step.url(), answer);
    }

    private static Outcome outcome(String webhook, WebhookAnswer answer) {
        if (answer instanceof WebhookAnswer.Agreed agreed) {
            return Outcome.done(webhook + " agreed (" + agreed.status() + ")");
        }
        if (answer instanceof WebhookAnswer.NotYet notYet) {
            return Outcome.waiting(
                    webhook + " says not yet (" + notYet.status() + ")" + words(": ", notYet.reason()),
                    notYet.retryAfter().orElse(ASK_AGAIN));
        }
        if (answer instanceof WebhookAnswer.Refused refused) {
            // What it said is on a line of its own, which the log leaves out.
            return Outcome.giveUp(webhook + " refused (" + refused.status() + ")" + words("\n", refused.said()));
        }
        return Outcome.retry(webhook + ": " + ((WebhookAnswer.Failed) answer).reason());
    }

    private static String words(String before, String said) {
        return said.isEmpty() ? "" : before + said;
    }
}
