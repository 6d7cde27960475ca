package io.convoy.program;

import io.convoy.base.ClusterName;

/** What admission says of one cluster that has not started. */
public sealed interface Decision {

    Member member();

    default ClusterName cluster() {
        return member().cluster();
    }

    /** It may start now. */
    record Start(Member member) implements Decision {}

    /** It may not. */
    record Withheld(Member member, Keeper keeper) implements Decision {}
}
