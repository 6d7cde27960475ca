package io.convoy.hooks;

import jakarta.enterprise.context.ApplicationScoped;

/** Asks a customer's automation whether a step may be taken. */
@ApplicationScoped
public class WebhookCaller {

    private final HookCaller caller;

    WebhookCaller(HookCaller caller) {
        this.caller = caller;
    }

    /** Asks once; returns after {@code convoy.hooks.webhook-timeout} at the latest. */
    public WebhookAnswer call(HookReceiver receiver, WebhookCall call) {
        return caller.tell(receiver, call.event(), AnswerReader::read);
    }
}
