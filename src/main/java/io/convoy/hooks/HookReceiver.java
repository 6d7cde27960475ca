package io.convoy.hooks;

import io.convoy.base.SecretReference;
import java.util.Optional;

/**
 * Where a customer's automation listens.
 *
 * @param url its URL may hold a token: it is shown by this reference only
 * @param secret of the keys that sign, as {@link SigningKeys} reads them; empty where messages are not signed
 */
public record HookReceiver(SecretReference url, Optional<SecretReference> secret) {

    @Override
    public String toString() {
        return url.value();
    }
}
