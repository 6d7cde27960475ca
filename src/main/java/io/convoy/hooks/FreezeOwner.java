package io.convoy.hooks;

import io.convoy.base.RunId;

/** Knows whether a run is still there to release its own freeze; a freeze without such a run is released by Convoy. */
public interface FreezeOwner {

    boolean stillNeeds(RunId run);
}
