package io.convoy.lab;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds servers' jars through the user's own Maven repository and settings. The answer is remembered in the lab's home, so
 * only the first start of a version asks Maven.
 */
public final class ServerLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLibrary.class);

    private final LabHome home;

    public ServerLibrary(LabHome home) {
        this.home = home;
    }

    /** The jars of a server; throws {@link LabException} when Maven cannot resolve them. */
    public ServerJars jars(ServerArtifact artifact) {
        Path list = home.classPathList(artifact);
        return FileGuard.holding(list, () -> rememberedOrResolved(artifact, list));
    }

    private static ServerJars rememberedOrResolved(ServerArtifact artifact, Path list) {
        ServerJars remembered = read(artifact, list);
        if (remembered.allPresent()) {
            return remembered;
        }
        ServerJars resolved = resolve(artifact);
        StoredFile.replace(
                list,
                String.join("\n", resolved.jars().stream().map(Path::toString).toList()));
        return resolved;
    }

    private static ServerJars read(ServerArtifact artifact, Path list) {
        try {
            List<String> lines = Files.exists(list) ? Files.readAllLines(list) : List.of();
            return new ServerJars(artifact, lines.stream().map(Path::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + list, e);
        }
    }

    private static ServerJars resolve(ServerArtifact artifact) {
        LOG.info("Fetching the jars of {} through Maven", artifact);
        ContextOverrides overrides =
                ContextOverrides.create().withUserSettings(true).build();
        try (Context maven = Runtimes.INSTANCE.getRuntime().create(overrides)) {
            CollectRequest collect = new CollectRequest()
                    .setRoot(new Dependency(new DefaultArtifact(artifact.toString()), "runtime"))
                    .setRepositories(maven.remoteRepositories());
            artifact.companions()
                    .forEach(companion ->
                            collect.addDependency(new Dependency(new DefaultArtifact(companion), "runtime")));
            DependencyRequest request =
                    new DependencyRequest(collect, DependencyFilterUtils.classpathFilter("runtime", "compile"));
            List<Path> jars = maven
                    .repositorySystem()
                    .resolveDependencies(maven.repositorySystemSession(), request)
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
            return new ServerJars(artifact, jars);
        } catch (DependencyResolutionException e) {
            throw new LabException("Maven could not resolve " + artifact + ": " + e.getMessage(), e);
        }
    }
}
