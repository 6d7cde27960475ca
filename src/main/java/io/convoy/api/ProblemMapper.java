package io.convoy.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.convoy.audit.DatabaseTrouble;
import io.convoy.base.JsonProblem;
import io.convoy.base.Refusal;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes an answer. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final Duration DATABASE_AGAIN_AFTER = Duration.ofSeconds(5);

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo uri) {
        return Problems.of(refusal, uri.getPath());
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException mismatch, UriInfo uri) {
        return malformed(mismatch, uri);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException nothing, UriInfo uri) {
        return Problems.of(404, "There is nothing at " + uri.getPath(), uri.getPath());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, UriInfo uri) {
        Response answer = failure.getResponse();
        if (failure.getCause() instanceof JsonProcessingException json) {
            return malformed(json, uri);
        }
        if (answer.getStatus() < 400) {
            return answer;
        }
        Response problem = Problems.of(answer.getStatus(), detail(answer), uri.getPath());
        Object allowed = answer.getHeaders().getFirst("Allow");
        return allowed == null
                ? problem
                : Response.fromResponse(problem).header("Allow", allowed).build();
    }

    private static String detail(Response answer) {
        return switch (answer.getStatus()) {
            case 405 -> "This path does not know the method that was used";
            case 406 -> "There is no form of this that the Accept header admits";
            case 415 -> "The body's Content-Type is not one that can be read here";
            default -> answer.getStatusInfo().getReasonPhrase();
        };
    }

    private static Response malformed(JsonProcessingException json, UriInfo uri) {
        String detail = "The body is not the JSON that belongs here";
        return Problems.of(400, detail, uri.getPath(), List.of(JsonProblem.of(json)));
    }

    @ServerExceptionMapper
    Response unexpected(Exception failure, UriInfo uri) {
        if (DatabaseTrouble.in(failure).isPresent()) {
            return databaseAway(failure, uri);
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "Answering %s failed; the client was told error %s", uri.getPath(), id);
        String detail = "Convoy failed to answer; its log tells more of error " + id;
        return Problems.of(500, detail, uri.getPath());
    }

    /** Whoever asks often is not told of in the log each time; the log has been told of the trouble itself. */
    private static Response databaseAway(Exception failure, UriInfo uri) {
        LOG.debugf(failure, "Answering %s failed, the database cannot do its work", uri.getPath());
        String detail =
                "Convoy's database cannot do its work, see GET /q/health/ready. Nobody knows whether what was asked has"
                        + " been done: look again when it can";
        return Response.fromResponse(Problems.of(503, detail, uri.getPath()))
                .header(HttpHeaders.RETRY_AFTER, DATABASE_AGAIN_AFTER.toSeconds())
                .build();
    }
}
