package io.convoy.cassandra;

/** No node of a cluster answers, or none lets Convoy in. */
final class UnreachableClusterException extends RuntimeException {

    UnreachableClusterException(String message) {
        super(message);
    }

    UnreachableClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
