package io.convoy.kafka;

import io.convoy.execution.UntilAPersonHelps;
import java.util.Optional;

/**
 * A cluster does not let Convoy in, and will not before a person has seen to it. The message names references to secrets and
 * never a secret; there is no cause, whose message might.
 */
final class NotLetInException extends UnreachableKafkaException implements UntilAPersonHelps {

    NotLetInException(String message) {
        super(message);
    }

    @Override
    Optional<String> forAPerson() {
        return Optional.of(String.valueOf(getMessage()));
    }
}
