package io.convoy.lab;

import java.util.Optional;

/** Looks at a running server from outside, never for longer than a few seconds. */
interface ServerLook {

    /** Serves clients and is a full member of its cluster. */
    boolean isReady();

    /** What it still does before it is there, for people; empty once there is nothing to wait for. */
    Optional<String> comingUp();
}
