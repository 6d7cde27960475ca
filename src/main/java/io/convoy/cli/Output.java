package io.convoy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Option;

/** How a command shows what it has: {@code -o table|wide|json|yaml|csv|name}. */
final class Output {

    enum Form {
        TABLE,
        WIDE,
        JSON,
        YAML,
        CSV,
        NAME
    }

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}",
            defaultValue = "TABLE")
    Form form = Form.TABLE;

    private final ObjectMapper json = new ObjectMapper();
    private final YAMLMapper yaml = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    /** Rows of a list answer, one column each; the first column is the row's name. */
    void list(PrintWriter out, JsonNode items, List<Column> columns) {
        switch (form) {
            case JSON -> out.println(pretty(items));
            case YAML -> out.print(asYaml(items));
            case NAME -> items.forEach(item -> out.println(columns.get(0).of(item)));
            case CSV -> csv(out, items, columns);
            case TABLE ->
                table(
                        out,
                        items,
                        columns.stream().filter(column -> !column.wide()).toList());
            case WIDE -> table(out, items, columns);
        }
        out.flush();
    }

    private static void table(PrintWriter out, JsonNode items, List<Column> columns) {
        Table table = new Table(columns.stream().map(Column::title).toList());
        items.forEach(item ->
                table.row(columns.stream().map(column -> column.of(item)).toList()));
        out.print(table.fitting(Terminal.width()));
    }

    private static void csv(PrintWriter out, JsonNode items, List<Column> columns) {
        out.println(String.join(",", columns.stream().map(Column::title).toList()));
        StreamSupport.stream(items.spliterator(), false)
                .map(item ->
                        columns.stream().map(column -> quoted(column.of(item))).toList())
                .forEach(cells -> out.println(String.join(",", cells)));
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private String pretty(JsonNode node) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }

    private String asYaml(JsonNode node) {
        try {
            return yaml.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written as YAML", e);
        }
    }
}
