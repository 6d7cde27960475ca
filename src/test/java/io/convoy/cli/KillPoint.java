package io.convoy.cli;

/** Where a Convoy is killed: between each two durable writes of one look at a run, and in the midst of each. */
enum KillPoint {
    /** The intent is being written; nothing of the claim is durable. */
    IN_CLAIM,
    /** The claim is being committed: durable, but Convoy never hears of it. */
    AT_COMMIT_OF_CLAIM,
    /** The effect has happened, Convoy does not know. */
    AFTER_EFFECT,
    /** Convoy knows of the effect, and is writing the outcome; nothing of it is durable. */
    IN_SETTLEMENT,
    /** The outcome is being committed: durable, but Convoy never hears of it. */
    AT_COMMIT_OF_SETTLEMENT
}
