package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a node's JMX tells of it.
 *
 * @param mode Cassandra's OperationMode
 * @param schemaVersion the one that it holds
 * @param diskFree free space on its data directories, where they are on the machine that Convoy runs on: no bean tells it
 */
record Vitals(String mode, String schemaVersion, Optional<ByteSize> diskFree) {

    static Vitals of(StorageService node) {
        return new Vitals(node.operationMode(), node.schemaVersion(), diskFree(node));
    }

    private static Optional<ByteSize> diskFree(StorageService node) {
        if (!node.isLoopback()) {
            return Optional.empty();
        }
        List<Path> directories = node.dataDirectories().stream().map(Path::of).toList();
        OptionalLong least = directories.stream()
                .filter(Files::isDirectory)
                .mapToLong(directory -> directory.toFile().getUsableSpace())
                .min();
        return least.isPresent() ? Optional.of(new ByteSize(least.getAsLong())) : Optional.empty();
    }
}
