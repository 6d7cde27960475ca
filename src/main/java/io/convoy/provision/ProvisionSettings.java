package io.convoy.provision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who makes nodes come up and go away. */
@ConfigMapping(prefix = "convoy.provision")
public interface ProvisionSettings {

    /** {@code manual}, {@code command} or {@code lab}. */
    @WithDefault("manual")
    String adapter();

    /** The program of the command adapter with its fixed arguments. */
    Optional<List<String>> command();

    /** How long one call of the command may take. */
    @WithDefault("30s")
    Duration commandTimeout();

    /** How long the manual adapter tries to connect to a node's port. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How often a step asks again whether its nodes are there. */
    @WithDefault("2s")
    Duration askAgain();
}
