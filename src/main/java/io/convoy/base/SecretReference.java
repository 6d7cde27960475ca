package io.convoy.base;

import java.util.regex.Pattern;

/** Where a secret is to be found, never the secret: {@code env:NAME}, {@code file:/path} or {@code kubernetes:namespace/name}. */
public record SecretReference(String value) {

    private static final Pattern FORM = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:.+|kubernetes:[^/]+/.+");

    public SecretReference {
        if (!isValid(value)) {
            // The text may be the secret itself: never repeat it.
            throw new IllegalArgumentException("This is not a reference to a secret: write env:NAME, file:/path or"
                    + " kubernetes:namespace/name, never the secret itself");
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
