package io.convoy.program;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How programs and clusters stand in the audit, for whoever checks afterwards what was decided. */
public final class AuditForm {

    private AuditForm() {}

    public static Map<String, Object> program(Program program) {
        return Map.of("waves", program.waves().size(), "document", ProgramForm.json(program));
    }

    /** {@code traits} by dimension, {@code nodes}, and {@code data} in bytes. */
    public static Map<String, Object> subject(Subject subject) {
        Map<String, List<String>> traits = new TreeMap<>();
        subject.traits()
                .values()
                .forEach((dimension, values) ->
                        traits.put(dimension.word(), values.stream().sorted().toList()));
        return Map.of("traits", traits, "nodes", subject.nodes(), "data", subject.dataBytes());
    }
}
