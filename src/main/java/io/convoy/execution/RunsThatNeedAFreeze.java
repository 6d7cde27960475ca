package io.convoy.execution;

import io.convoy.base.RunId;
import io.convoy.hooks.FreezeOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A freeze stands for as long as its run has not ended. */
@ApplicationScoped
class RunsThatNeedAFreeze implements FreezeOwner {

    private final RunStore store;

    RunsThatNeedAFreeze(RunStore store) {
        this.store = store;
    }

    @Override
    @Transactional
    public boolean stillNeeds(RunId run) {
        return store.findRun(run).filter(found -> !found.state().isFinal()).isPresent();
    }
}
