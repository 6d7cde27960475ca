package io.convoy.inventory;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import java.util.Optional;

/**
 * What every cluster has, whatever its kind.
 *
 * @param version of its software, for example {@code 4.1.10}
 * @param dataSize of all replicas together
 */
public record ClusterProfile(ClusterName name, String version, Standing standing, Optional<ByteSize> dataSize) {

    public ClusterProfile {
        Words.version(version);
    }
}
