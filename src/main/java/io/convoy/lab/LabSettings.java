package io.convoy.lab;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where a server finds the lab whose nodes it may start and stop ({@code convoy.provision.adapter=lab}). */
@ConfigMapping(prefix = "convoy.lab")
public interface LabSettings {

    /** The directory that the lab's owner has opened. */
    Optional<Path> directory();
}
