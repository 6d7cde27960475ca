package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer of 4xx or 5xx, with what the problem document says. */
final class ApiRefusal extends RuntimeException {

    private static final int MOST_PROBLEMS = 20;

    private final int status;

    private ApiRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static ApiRefusal of(int status, JsonNode problem) {
        StringBuilder text = new StringBuilder();
        text.append(problem.path("detail").asText(problem.path("title").asText("The server answered " + status)));
        int shown = 0;
        for (JsonNode one : problem.path("problems")) {
            if (shown++ == MOST_PROBLEMS) {
                text.append(System.lineSeparator())
                        .append("  … and ")
                        .append(problem.path("problems").size() - MOST_PROBLEMS)
                        .append(" more");
                break;
            }
            text.append(System.lineSeparator()).append("  ").append(line(one));
        }
        return new ApiRefusal(status, text.toString());
    }

    private static String line(JsonNode one) {
        String place = one.path("line").asInt() > 0
                ? "line " + one.path("line").asInt() + ", column "
                        + one.path("column").asInt() + "  "
                : "";
        String pointer = one.path("pointer").asText();
        return place
                + (pointer.isEmpty() ? "" : pointer + "  ")
                + one.path("message").asText();
    }

    int status() {
        return status;
    }
}
