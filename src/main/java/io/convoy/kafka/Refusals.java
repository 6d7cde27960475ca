package io.convoy.kafka;

import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Says in the inventory's words why a cluster did not do what it was asked. Never repeats a secret. */
final class Refusals {

    private final KafkaWay way;
    private final Runnable letGo;

    /** @param letGo is run when the connection will not be let in any more, so that the next one reads its secrets anew */
    Refusals(KafkaWay way, Runnable letGo) {
        this.way = way;
        this.letGo = letGo;
    }

    UnreachableKafkaException of(String doing, Throwable cause) {
        if (cause instanceof AuthenticationException) {
            letGo.run();
            return new NotLetInException(notLetIn(cause));
        }
        return cause instanceof AuthorizationException
                ? new NotLetInException(forbidden(doing, cause))
                : new UnreachableKafkaException("Kafka did not agree to " + doing, cause);
    }

    /** What is added to the news that nobody answers. */
    String asked() {
        return "asked at " + way.asked();
    }

    private String notLetIn(Throwable cause) {
        return cause instanceof SslAuthenticationException
                ? "TLS with " + way.bootstrap() + " failed: " + root(cause) + ". Convoy used "
                        + way.named("trustStore", way.security().trustStore().map(store -> store.file())) + " and "
                        + way.named("keyStore", way.security().keyStore().map(store -> store.file()))
                        + "; correct them, or the names in the brokers' certificates"
                : "Kafka refused the login of " + way.named("credentials", way.credentials()) + " by "
                        + way.asked()
                        + way.security().mechanism().map(it -> " with " + it).orElse("") + ": "
                        + cause.getMessage();
    }

    private String forbidden(String doing, Throwable cause) {
        return "Kafka does not allow " + doing + " to the user of " + way.named("credentials", way.credentials()) + ": "
                + cause.getMessage() + " Have an ACL allow it";
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
    }
}
