package io.convoy.execution;

import java.time.Instant;
import java.util.Optional;

/** Asked inside the transaction that begins a step: whether a hold keeps the run where it is. */
public interface StartPermission {

    /** Why the run may not take its next step now; empty where it may. */
    Optional<String> withheld(Run run, Instant now);
}
