package io.convoy.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.base.ByteSize;
import io.convoy.history.LimitThen.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the limits of the program's document. */
final class LimitReader {

    private static final String FLEET = "fleet";

    private LimitReader() {}

    static List<LimitThen> read(JsonNode limits) {
        List<LimitThen> read = new ArrayList<>();
        JsonNode people = limits.path("onCall");
        JsonNode rules = limits.path("rules");
        if (limits.hasNonNull("clusters")) {
            read.add(fleet(limits.path("clusters").asLong()));
        } else if (!people.isObject() && rules.isEmpty()) {
            read.add(fleet(1));
        }
        if (people.isObject()) {
            read.add(fleet(
                    people.path("people").asLong() * people.path("clustersEach").asLong()));
        }
        rules.forEach(rule -> rule(rule, read));
        return read;
    }

    private static LimitThen fleet(long clusters) {
        return new LimitThen(FLEET, Optional.empty(), Measured.CLUSTERS, clusters);
    }

    private static void rule(JsonNode rule, List<LimitThen> read) {
        bound(rule, "clusters", Measured.CLUSTERS, Long::parseLong).ifPresent(read::add);
        bound(rule, "nodes", Measured.NODES, Long::parseLong).ifPresent(read::add);
        bound(rule, "bytesPerSecond", Measured.BYTES_PER_SECOND, LimitReader::bytes)
                .ifPresent(read::add);
        bound(rule, "pastReturn", Measured.PAST_RETURN, Long::parseLong).ifPresent(read::add);
    }

    private static long bytes(String size) {
        return ByteSize.parse(size).bytes();
    }

    private static Optional<LimitThen> bound(
            JsonNode rule, String field, Measured measured, Function<String, Long> amount) {
        return ProgramReader.given(rule.path(field), amount)
                .map(most -> new LimitThen(
                        rule.path("by").asText(),
                        ProgramReader.given(rule.path("only"), Function.identity()),
                        measured,
                        most));
    }
}
