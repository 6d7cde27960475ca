package io.convoy.kafka;

/** What comes first, the next phase or the next batch. */
enum BatchOrder {

    /** All partitions finish a phase before any begins the next: until the last phase the way back copies nothing. */
    PHASE_BY_PHASE,

    /**
     * A batch goes through all phases before the next begins: source replicas follow a leader in the destination only shortly,
     * which keeps what flows back over the link small, and a finished batch must be copied back to undo it.
     */
    BATCH_BY_BATCH
}
