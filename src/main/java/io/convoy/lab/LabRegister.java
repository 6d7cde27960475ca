package io.convoy.lab;

import io.convoy.base.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers where owned labs are, so that the next owner of any lab finds what a killed one left running. */
final class LabRegister {

    private static final Logger LOG = LoggerFactory.getLogger(LabRegister.class);

    private final LabHome home;

    LabRegister(LabHome home) {
        this.home = home;
    }

    void add(LabDirectory directory) {
        StoredFile.replace(entry(directory), directory.root().toString());
    }

    void remove(LabDirectory directory) {
        StoredFile.deleteTree(entry(directory));
    }

    /** Ends the nodes of every lab whose owner is dead. A lab that nobody ever owned is left alone. */
    void sweep() {
        for (Path entry : entries()) {
            StoredFile.read(entry).map(Path::of).map(LabDirectory::new).ifPresent(this::sweep);
        }
    }

    private void sweep(LabDirectory directory) {
        boolean abandoned = StoredFile.read(directory.owner(), RecordedProcess.class)
                .filter(owner -> !owner.isAlive())
                .isPresent();
        if (abandoned) {
            LOG.info("The owner of the lab in {} is gone: ending what it left", directory.root());
            Lab.endNodes(directory);
            StoredFile.deleteTree(directory.owner());
            remove(directory);
        }
    }

    private Path entry(LabDirectory directory) {
        return home.register().resolve(Digest.of(directory.root().toString()).brief());
    }

    private List<Path> entries() {
        if (!Files.isDirectory(home.register())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(home.register())) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
