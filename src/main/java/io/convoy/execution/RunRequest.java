package io.convoy.execution;

import io.convoy.base.Actor;

/** What somebody wants of a run that is being driven; obeyed at its next safe point. */
record RunRequest(Kind kind, Actor by) {

    enum Kind {
        PAUSE,
        ROLL_BACK
    }
}
