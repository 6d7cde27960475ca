package io.convoy.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The demo's program: the real clusters first, as pilots, the pretended ones beside them, four at a time. */
final class DemoProgram {

    private static final List<String> WAVES = List.of("pilot", "neighbours");

    private final ConvoyClient convoy;
    private final Collection<String> real;

    DemoProgram(ConvoyClient convoy, Collection<String> real) {
        this.convoy = convoy;
        this.real = real;
    }

    void start() {
        convoy.put(
                "/program",
                Map.of(
                        "limits",
                        Map.of(
                                "clusters",
                                real.size() + 2,
                                "rules",
                                List.of(
                                        Map.of("by", "team", "clusters", 2),
                                        Map.of("by", "fleet", "nodes", 3 * (real.size() + 2), "pastReturn", 2))),
                        "waves",
                        List.of(
                                Map.of("name", WAVES.get(0), "clusters", real),
                                Map.of("name", WAVES.get(1), "select", "team=neighbours", "order", "LONGEST_FIRST"))));
        WAVES.forEach(wave -> convoy.post("/waves/" + wave + "/start", Map.of()));
    }
}
