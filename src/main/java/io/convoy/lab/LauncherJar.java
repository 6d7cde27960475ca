package io.convoy.lab;

import io.convoy.base.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The jar that holds a server's launcher alone: a class archive demands jars, and a server must not see Convoy's. */
final class LauncherJar {

    private LauncherJar() {}

    /** Its place in the lab's home; made once for each build of that class, since a class archive remembers the jar's age. */
    static Path in(LabHome home, Class<?> launcher) {
        byte[] bytes = classFile(launcher);
        Path jar = home.cache().resolve("launchers").resolve(Digest.of(bytes).brief() + ".jar");
        FileGuard.holding(jar, () -> writeUnlessThere(jar, launcher, bytes));
        return jar;
    }

    private static void writeUnlessThere(Path jar, Class<?> launcher, byte[] bytes) {
        if (Files.exists(jar)) {
            return;
        }
        try {
            Path draft = jar.resolveSibling(jar.getFileName() + ".draft");
            write(draft, launcher, bytes);
            Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + jar, e);
        }
    }

    private static void write(Path draft, Class<?> launcher, byte[] bytes) throws IOException {
        try (OutputStream file = Files.newOutputStream(draft);
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry(launcher.getName().replace('.', '/') + ".class"));
            jar.write(bytes);
            jar.closeEntry();
        }
    }

    private static byte[] classFile(Class<?> launcher) {
        String name = launcher.getSimpleName() + ".class";
        try (InputStream stream = launcher.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not beside the lab's other classes");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
