package io.convoy.base;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Jackson could not read, as a problem with its place. */
public final class JsonProblem {

    private JsonProblem() {}

    /** In Jackson's own words. */
    public static Problem of(JsonProcessingException failure) {
        return of(failure, words(failure.getOriginalMessage()));
    }

    public static Problem of(JsonProcessingException failure, String message) {
        JsonLocation at = Optional.ofNullable(failure.getLocation()).orElse(JsonLocation.NA);
        return new Problem(Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()), pointer(failure), message);
    }

    /** The first line, without the names of Java classes, with which nobody who writes JSON can do anything. */
    public static String words(String message) {
        return message.lines().findFirst().orElse("").replaceAll("`[a-zA-Z0-9_.$]*\\.([A-Za-z0-9_$]+)`", "$1");
    }

    private static String pointer(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
