package io.convoy.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Subscriptions that a test makes and ends; the server's own monitor serves them. */
@ApplicationScoped
public class FakeSubscriptions implements HookSubscriptions {

    private final List<HookSubscription> standing = new CopyOnWriteArrayList<>();

    public void add(HookSubscription subscription) {
        standing.add(subscription);
    }

    public void endAll() {
        standing.clear();
    }

    @Override
    public List<HookSubscription> standing() {
        return List.copyOf(standing);
    }
}
