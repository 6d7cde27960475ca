package io.convoy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The directory in which a server keeps its data: {@code CONVOY_HOME}, by default {@code .convoy}. */
record ConvoyHome(Path directory) {

    static ConvoyHome of(Map<String, String> environment) {
        return new ConvoyHome(Path.of(environment.getOrDefault("CONVOY_HOME", ".convoy"))
                .toAbsolutePath()
                .normalize());
    }

    /** Makes it, readable by its owner only. */
    ConvoyHome made() {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("CONVOY_HOME " + directory + " cannot be made", e);
        }
    }

    Path database() {
        return directory.resolve("postgresql");
    }

    Path lab() {
        return directory.resolve("lab");
    }
}
