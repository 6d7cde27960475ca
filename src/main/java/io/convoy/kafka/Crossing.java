package io.convoy.kafka;

/** How often the data crosses the link between source and destination. */
enum Crossing {

    /** One destination replica copies from the source and leads; the others copy from it, inside the destination. */
    ONCE,

    /** Every destination replica copies from the source's leader, and all of them are there before any leader moves. */
    EVERY_REPLICA
}
