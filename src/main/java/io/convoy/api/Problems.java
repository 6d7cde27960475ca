package io.convoy.api;

import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes errors as problem documents. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    static Response of(Refusal refusal, String path) {
        Response.ResponseBuilder response =
                builder(statusOf(refusal.kind()), refusal.detail(), path, refusal.problems());
        refusal.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return response.build();
    }

    static Response of(int status, String detail, String path) {
        return builder(status, detail, path, List.of()).build();
    }

    static Response of(int status, String detail, String path, List<Problem> problems) {
        return builder(status, detail, path, problems).build();
    }

    private static Response.ResponseBuilder builder(int status, String detail, String path, List<Problem> problems) {
        String title = title(status);
        String word = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return Response.status(status, title)
                .type(MEDIA_TYPE)
                .entity(new ProblemBody("urn:convoy:problem:" + word, title, status, detail, path, problems));
    }

    private static String title(int status) {
        return switch (status) {
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            case 423 -> "Locked";
            default ->
                Optional.ofNullable(Response.Status.fromStatusCode(status))
                        .map(Response.Status::getReasonPhrase)
                        .orElse("Status " + status);
        };
    }

    private static int statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case INVALID -> 422;
            case LOCKED -> 423;
        };
    }
}
