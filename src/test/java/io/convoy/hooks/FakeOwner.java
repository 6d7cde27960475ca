package io.convoy.hooks;

import io.convoy.base.RunId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every run still needs its freeze, but for those that a test has forgotten. */
@Alternative
@Priority(1)
@ApplicationScoped
public class FakeOwner implements FreezeOwner {

    private final Set<RunId> forgotten = ConcurrentHashMap.newKeySet();

    public void forgets(RunId run) {
        forgotten.add(run);
    }

    public void runs(RunId run) {
        forgotten.remove(run);
    }

    @Override
    public boolean stillNeeds(RunId run) {
        return !forgotten.contains(run);
    }
}
