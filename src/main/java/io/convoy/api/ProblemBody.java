package io.convoy.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.convoy.base.Problem;
import java.util.List;

/**
 * An error as RFC 9457 has it ({@code application/problem+json}).
 *
 * @param type {@code urn:convoy:problem:} and a word that scripts can compare
 * @param instance the path that was asked for
 * @param problems each thing that is wrong, where there are several or where they have a place
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem> problems) {

    public ProblemBody {
        problems = List.copyOf(problems);
    }
}
