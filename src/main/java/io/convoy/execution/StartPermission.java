package io.convoy.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asked inside the transaction that begins or continues a step: whether something keeps the run where it is. */
public interface StartPermission {

    /** Why the run may not take the step that is ahead of it now, or go on with it; empty where it may. */
    Optional<String> withheld(Run run, Ahead ahead, Instant now);

    /** What a step of which so much is expected takes, nine times out of ten. */
    Duration longest(Duration expected);
}
