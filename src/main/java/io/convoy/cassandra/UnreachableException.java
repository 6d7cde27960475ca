package io.convoy.cassandra;

/** A node, or every node of a cluster, did not answer in time. */
final class UnreachableException extends RuntimeException {

    UnreachableException(String message) {
        super(message);
    }

    UnreachableException(String message, Throwable cause) {
        super(message + ": " + reason(cause), cause);
    }

    /** The innermost message: the outer ones of RMI and of the driver only repeat the address. */
    static String reason(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null
                ? innermost.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
