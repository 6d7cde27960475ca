package io.convoy.cli;

import io.convoy.base.RunId;

/** One run of the matrix: it is to hang at {@code point} of its first step. */
record KillCell(RunId run, KillKind kind, KillPoint point) {

    static final String STEP = "cell";
    static final String LAST = "last";

    String cluster() {
        return "kill-" + run.toString().substring(0, 8);
    }

    /** The node that the step makes or discards. */
    String node() {
        return cluster() + "-node";
    }

    /**
     * Whether an earlier look has begun the step. The first look is told to the audit, which one transaction at a time can do: of
     * those that shall hang in the commit of their claim together, all but one are later looks.
     */
    boolean isUnderWay() {
        return point == KillPoint.AT_COMMIT_OF_CLAIM && kind != KillKind.WEBHOOK;
    }

    String direction() {
        return kind.isUndone() ? "BACK" : "FORWARD";
    }

    /** The lock at which the database makes it wait. */
    long key() {
        return run.value().getMostSignificantBits();
    }

    String webhookId(String step) {
        return run + "/" + step + "/" + (kind.isUndone() ? "back" : "forward");
    }
}
