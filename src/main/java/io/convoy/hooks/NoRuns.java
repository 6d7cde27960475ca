package io.convoy.hooks;

import io.convoy.base.RunId;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Leaves every freeze to its run where nothing in this Convoy knows of runs. */
@DefaultBean
@ApplicationScoped
class NoRuns implements FreezeOwner {

    @Override
    public boolean stillNeeds(RunId run) {
        return true;
    }
}
