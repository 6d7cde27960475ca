package io.convoy.api;

import java.util.regex.Pattern;

/** How those are called who use the API. */
final class ActorNames {

    static final String FORM = "letters, digits and . _ @ + -, at most 64";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");

    private ActorNames() {}

    static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }
}
