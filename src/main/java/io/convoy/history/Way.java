package io.convoy.history;

/** Which way a run goes through its steps. */
enum Way {
    FORWARD,
    BACK
}
