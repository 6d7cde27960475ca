package io.convoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A plan's two written forms, side by side. */
final class PlanFiles {

    private PlanFiles() {}

    static List<Path> write(ConvoyClient convoy, String cluster, String fleet, Path directory) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(fleet));
        String latest = "/clusters/" + cluster + "/plans/latest";
        Path yaml = folder.resolve(cluster + ".yaml");
        Path markdown = folder.resolve(cluster + ".md");
        Files.writeString(yaml, convoy.getAs(latest, "application/yaml"));
        Files.writeString(markdown, convoy.getAs(latest, "text/markdown"));
        return List.of(yaml, markdown);
    }
}
