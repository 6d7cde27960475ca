package io.convoy.lab;

import java.nio.file.Path;

/**
 * The directory that all labs of one user share: class path lists, class archives and the register of labs.
 *
 * @param cache absolute; made when first needed
 */
public record LabHome(Path cache) {

    public LabHome {
        cache = cache.toAbsolutePath().normalize();
    }

    /** The directory named by the environment's {@code CONVOY_LAB_CACHE}, else {@code .convoy/lab-cache}. */
    public static LabHome standard() {
        String named = System.getenv("CONVOY_LAB_CACHE");
        return new LabHome(Path.of(named == null || named.isBlank() ? ".convoy/lab-cache" : named));
    }

    Path classPathList(ServerArtifact artifact) {
        return cache.resolve("class-paths").resolve(artifact.fileName() + ".txt");
    }

    Path classArchives() {
        return cache.resolve("class-archives");
    }

    Path register() {
        return cache.resolve("labs");
    }
}
