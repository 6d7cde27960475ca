package io.convoy.api;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Does not let Convoy listen where others can reach it while anybody would be let in. */
@ApplicationScoped
class ExposureCheck {

    private final Authentication authentication;
    private final String host;

    ExposureCheck(Authentication authentication, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.authentication = authentication;
        this.host = host;
    }

    void check(@Observes StartupEvent start) {
        if (!authentication.isConfigured() && !Loopback.isAddress(host)) {
            throw new IllegalStateException("Convoy would listen on " + host
                    + " and let everybody in: name a tokens file in convoy.tokens.file (CONVOY_TOKENS_FILE), or listen on"
                    + " 127.0.0.1");
        }
    }
}
