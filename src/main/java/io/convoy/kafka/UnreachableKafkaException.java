package io.convoy.kafka;

import java.util.Optional;

/** A cluster gave no answer, or one that says that it cannot do now what it was asked. */
class UnreachableKafkaException extends RuntimeException {

    UnreachableKafkaException(String message) {
        super(message);
    }

    UnreachableKafkaException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }

    /** What a person has to know before it gets better; empty where it may do so by itself. The same at each time. */
    Optional<String> forAPerson() {
        return Optional.empty();
    }
}
