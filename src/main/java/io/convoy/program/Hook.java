package io.convoy.program;

import io.convoy.base.SecretReference;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who is told what happens in the program.
 *
 * @param url of the receiver, as a reference: it may hold a secret
 * @param events words such as {@code wave.paused}, {@code run.*} or {@code *}
 * @param secret of the keys that sign; the server's own where empty
 */
public record Hook(SecretReference url, List<String> events, Optional<SecretReference> secret) {

    public Hook {
        events = List.copyOf(events);
    }
}
