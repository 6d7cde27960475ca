package io.convoy.kafka;

/** A cluster gave no answer, or one that says that it cannot do now what it was asked. */
final class UnreachableKafkaException extends RuntimeException {

    UnreachableKafkaException(String message) {
        super(message);
    }

    UnreachableKafkaException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
