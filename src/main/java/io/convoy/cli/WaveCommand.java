package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts, pauses or resumes a wave. */
@Command(
        name = "wave",
        description = "Start, pause, resume or abort a wave, or list the waves.",
        mixinStandardHelpOptions = true)
final class WaveCommand implements Callable<Integer> {

    enum Act {
        LIST,
        START,
        PAUSE,
        RESUME,
        ABORT
    }

    static final List<Column> COLUMNS = List.of(
            Column.at("wave", "/name"), Column.at("state", "/state"), Column.by("clusters", wave -> clusters(wave)));

    @Parameters(index = "0", paramLabel = "ACT", description = "${COMPLETION-CANDIDATES}")
    Act act;

    @Parameters(index = "1", paramLabel = "NAME", arity = "0..1", defaultValue = "")
    String name;

    @Mixin
    Output output;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ConvoyClient convoy = ConvoyClient.of(System.getenv());
        if (act != Act.LIST) {
            convoy.post("/waves/" + name + "/" + act.name().toLowerCase(java.util.Locale.ROOT), Map.of());
        }
        output.list(spec.commandLine().getOut(), convoy.get("/waves").path("items"), COLUMNS);
        return 0;
    }

    private static String clusters(JsonNode wave) {
        return StreamSupport.stream(wave.path("clusters").spliterator(), false)
                .map(cluster -> cluster.path("cluster").asText() + " "
                        + cluster.path("progress").asText())
                .collect(Collectors.joining(", "));
    }
}
