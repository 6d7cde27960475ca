package io.convoy.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.base.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the program's document. */
final class ProgramReader {

    private static final String USUAL_NODE_RATE = "20MiB";

    private ProgramReader() {}

    /** What holds before anybody has said anything: one cluster at a time, and no waves. */
    static ProgramThen silence() {
        return read(0, "{}");
    }

    static ProgramThen read(long since, String document) {
        JsonNode root = Act.json(document);
        String rate = root.path("pace").path("bytesPerSecondPerNode").asText(USUAL_NODE_RATE);
        return new ProgramThen(
                since,
                LimitReader.read(root.path("limits")),
                each(root.path("windows"), TimeReader::window),
                each(root.path("freezes"), TimeReader::freeze),
                each(root.path("waves"), ProgramReader::wave),
                each(root.path("dependencies"), ProgramReader::dependency),
                ByteSize.parse(rate).bytes());
    }

    static <T> List<T> each(JsonNode list, Function<JsonNode, T> reader) {
        List<T> read = new ArrayList<>();
        list.forEach(item -> read.add(reader.apply(item)));
        return read;
    }

    static <T> Optional<T> given(JsonNode value, Function<String, T> reader) {
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(reader.apply(value.asText()));
    }

    static SelectorThen selector(JsonNode value) {
        return given(value, SelectorThen::read).orElse(SelectorThen.ALL);
    }

    private static WaveThen wave(JsonNode wave) {
        return new WaveThen(
                wave.path("name").asText(),
                new LinkedHashSet<>(each(wave.path("clusters"), JsonNode::asText)),
                given(wave.path("select"), SelectorThen::read),
                wave.path("order").asText("LISTED").equals("LISTED"),
                each(wave.path("after"), JsonNode::asText),
                given(wave.path("notBefore"), Instant::parse),
                wave.path("pilots").asInt(0),
                given(wave.path("soak"), Duration::parse).orElse(Duration.ZERO),
                given(wave.path("clusterSoak"), Duration::parse).orElse(Duration.ZERO));
    }

    private static DependencyThen dependency(JsonNode dependency) {
        return new DependencyThen(
                selector(dependency.path("clusters")),
                selector(dependency.path("after")),
                given(dependency.path("sharing"), Function.identity()));
    }
}
