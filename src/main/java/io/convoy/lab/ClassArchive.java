package io.convoy.lab;

import io.convoy.base.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives the classes that a server loads (class data sharing), by running one node for a moment. Once for each list of
 * jars and each Java. A lab works without it, only slower.
 */
final class ClassArchive {

    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration END_LIMIT = Duration.ofMinutes(2);

    private final LabHome home;
    private final ServerKind kind;

    ClassArchive(LabHome home, ServerKind kind) {
        this.home = home;
        this.kind = kind;
    }

    /** Empty where the kind gains nothing by one, and where none could be made. */
    Optional<Path> of(ServerSoftware software) {
        Path archive = home.classArchives().resolve(name(software) + ".jsa");
        FileGuard.holding(archive, () -> makeUnlessTried(software, archive));
        return Optional.of(archive).filter(Files::exists);
    }

    private void makeUnlessTried(ServerSoftware software, Path archive) {
        if (!Files.exists(archive) && !Files.exists(failure(archive))) {
            make(software, archive);
        }
    }

    private static String name(ServerSoftware software) {
        Digest key = Digest.of(
                software.jars().fingerprint() + " " + software.java() + " " + System.getProperty("java.vm.version"));
        return software.jars().artifact().fileName() + "-" + key.brief();
    }

    /** Remembers that it cannot be made, so that not every start tries again. */
    private static Path failure(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".failed");
    }

    private void make(ServerSoftware software, Path archive) {
        NodeDirectory directory = new NodeDirectory(archive.resolveSibling(archive.getFileName() + ".run"));
        ServerProcess process = new ServerProcess(directory);
        Path draft = archive.resolveSibling(archive.getFileName() + ".draft");
        try {
            // Somebody may have been killed while making it.
            process.kill();
            directory.delete();
            Optional<LabNode.Description> node = alone(software);
            if (node.isPresent()) {
                run(software, node.get(), directory, draft);
                Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (LabException | IOException e) {
            LOG.warn(
                    "No class archive for {}: nodes start without, more slowly",
                    software.jars().artifact(),
                    e);
            StoredFile.replace(failure(archive), String.valueOf(e.getMessage()));
        } finally {
            process.kill();
        }
        directory.delete();
    }

    /** A node that is a cluster by itself; empty where the kind gains nothing by an archive. */
    private Optional<LabNode.Description> alone(ServerSoftware software) {
        String address = LoopbackAddresses.anyFree(kind.ports());
        return kind.alone(address)
                .map(settings -> new LabNode.Description(
                        "archive",
                        "node",
                        "dc",
                        "rack",
                        address,
                        kind.software(),
                        software.jars().artifact().version(),
                        settings));
    }

    private void run(ServerSoftware software, LabNode.Description node, NodeDirectory directory, Path draft) {
        LOG.info(
                "Archiving the classes of {} for faster starts", software.jars().artifact());
        ServerProcess process = new ServerProcess(directory);
        directory.create();
        process.start(kind.command(node, directory, software, ServerSoftware.archivingInto(draft)), 1);
        ServerLook look = kind.look(node);
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!look.isReady()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new LabException("The node did not come up: " + directory.lastWords());
            }
            Pause.millis(200);
        }
        process.terminate();
        if (!process.endsWithin(END_LIMIT) || !Files.exists(draft)) {
            throw new LabException("The node left no archive: " + directory.lastWords());
        }
    }
}
