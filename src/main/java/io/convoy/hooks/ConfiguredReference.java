package io.convoy.hooks;

import io.convoy.base.SecretReference;

/** Reads a reference to a secret from the configuration. */
final class ConfiguredReference {

    private ConfiguredReference() {}

    /** Where it is none, the message names its place and does not repeat it. */
    static SecretReference read(String place, String text) {
        if (!SecretReference.isValid(text)) {
            throw new IllegalStateException(
                    place + " is not a reference to a secret: write env:NAME or file:/path, never the secret itself");
        }
        return new SecretReference(text);
    }
}
