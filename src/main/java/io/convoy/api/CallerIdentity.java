package io.convoy.api;

import io.convoy.base.Actor;
import jakarta.enterprise.context.RequestScoped;

/** Who makes this request. */
@RequestScoped
public class CallerIdentity {

    private Actor actor = new Actor("local");

    public Actor actor() {
        return actor;
    }

    void is(Actor known) {
        actor = known;
    }
}
