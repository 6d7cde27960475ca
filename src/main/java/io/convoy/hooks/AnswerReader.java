package io.convoy.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.convoy.hooks.HookReply.Answered;
import io.convoy.hooks.WebhookAnswer.Agreed;
import io.convoy.hooks.WebhookAnswer.Failed;
import io.convoy.hooks.WebhookAnswer.NotYet;
import io.convoy.hooks.WebhookAnswer.Refused;
import java.time.Instant;
import java.util.Optional;

/** What an HTTP answer means. Nothing that is in doubt counts as a yes. */
final class AnswerReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Answered reply;
    private final Instant now;
    private final Optional<JsonNode> body;

    private AnswerReader(Answered reply, Instant now) {
        this.reply = reply;
        this.now = now;
        this.body = object(reply.body());
    }

    static WebhookAnswer read(HookReply reply, Instant now) {
        return reply instanceof Answered answered
                ? new AnswerReader(answered, now).meaning()
                : new Failed(Optional.empty(), ((HookReply.NoAnswer) reply).reason());
    }

    /** As {@link #read}, where nothing was asked: every 2xx says that it has arrived. */
    static WebhookAnswer receipt(HookReply reply, Instant now) {
        return reply instanceof Answered answered && answered.status() / 100 == 2
                ? new Agreed(answered.status())
                : read(reply, now);
    }

    private WebhookAnswer meaning() {
        int status = reply.status();
        if (status / 100 == 2) {
            return accepted();
        }
        boolean busy = status == 503 && RetryAfter.of(reply, body, now).isPresent();
        if (busy || status == 425 || status == 429) {
            return notYet();
        }
        if (status / 100 == 3) {
            return new Refused(status, "A redirect, which Convoy does not follow: name the place itself");
        }
        return status / 100 == 4 && status != 408 ? new Refused(status, said()) : failed("it answered " + status);
    }

    /** A 2xx may still carry another answer than yes, and 202 without one says that it has only been heard. */
    private WebhookAnswer accepted() {
        if (reply.cut()) {
            return failed("its answer is longer than " + HookPost.MOST_READ + " bytes");
        }
        if (body.isEmpty() && reply.body().stripLeading().startsWith("{")) {
            return failed("its answer looks like JSON and is not");
        }
        return switch (word().orElse(reply.status() == 202 ? "not-yet" : "yes")) {
            case "yes" -> new Agreed(reply.status());
            case "not-yet" -> notYet();
            case "no" -> new Refused(reply.status(), said());
            default -> new Refused(reply.status(), "Its answer is none of yes, no and not-yet: " + said());
        };
    }

    /** The {@code answer} of a JSON body; one that is no text is none that is known. */
    private Optional<String> word() {
        return body.flatMap(fields -> Optional.ofNullable(fields.get("answer")))
                .map(answer -> answer.isTextual() ? answer.textValue() : answer.toString());
    }

    private NotYet notYet() {
        return new NotYet(reply.status(), said(), RetryAfter.of(reply, body, now));
    }

    private Failed failed(String reason) {
        return new Failed(Optional.of(reply.status()), reason);
    }

    /** The {@code reason} of a JSON body, or else the body. */
    private String said() {
        return Said.of(body.map(answer -> answer.path("reason").asText(""))
                .filter(reason -> !reason.isBlank())
                .orElse(reply.body()));
    }

    private static Optional<JsonNode> object(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
