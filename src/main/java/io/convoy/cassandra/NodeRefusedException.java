package io.convoy.cassandra;

/** A node was reached and objected to what it was asked. */
final class NodeRefusedException extends RuntimeException {

    private final String objection;

    NodeRefusedException(String address, String objection, Throwable cause) {
        super(address + " refused: " + objection, cause);
        this.objection = objection;
    }

    /** In Cassandra's own words. */
    String objection() {
        return objection;
    }
}
