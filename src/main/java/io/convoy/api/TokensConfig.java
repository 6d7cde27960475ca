package io.convoy.api;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the tokens are with which clients identify themselves. */
@ConfigMapping(prefix = "convoy.tokens")
interface TokensConfig {

    /**
     * A file with a {@code name:token} on each line; empty lines and those that begin with # do not count. With it, every
     * request to the API needs a token; without it, Convoy listens on loopback only.
     */
    Optional<Path> file();
}
