package io.convoy.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.hooks.HookReply.Answered;
import io.convoy.hooks.WebhookAnswer.Agreed;
import io.convoy.hooks.WebhookAnswer.Failed;
import io.convoy.hooks.WebhookAnswer.NotYet;
import io.convoy.hooks.WebhookAnswer.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "{}", "{\"answer\": \"yes\"}", "[1]", "{\"moved\": true}"})
    void everyTwoHundredIsAYesUnlessItSaysOtherwise(String body) {
        assertThat(read(200, body)).isEqualTo(new Agreed(200));
        assertThat(read(204, body)).isEqualTo(new Agreed(204));
    }

    @Test
    void notYetComesWithItsReasonAndItsTime() {
        String body = "{\"answer\": \"not-yet\", \"retryAfter\": \"PT5M\", \"reason\": \"41 of 96 clients moved\"}";

        assertThat(read(200, body)).isEqualTo(notYet(200, "41 of 96 clients moved", Duration.ofMinutes(5)));
        assertThat(read(202, body)).isEqualTo(notYet(202, "41 of 96 clients moved", Duration.ofMinutes(5)));
        assertThat(read(202, "")).isEqualTo(new NotYet(202, "", Optional.empty()));
        assertThat(read(425, "later")).isEqualTo(new NotYet(425, "later", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "0, PT1S",
        "999999, PT1H",
        "PT-5S, PT1S",
        "'Fri, 20 Nov 2026 12:00:30 GMT', PT30S",
        "'Fri, 20 Nov 2026 11:00:00 GMT', PT1S"
    })
    void aBusyReceiverNamesItsTimeInTheHeader(String header, Duration expected) {
        assertThat(read(503, "busy", header)).isEqualTo(notYet(503, "busy", expected));
        assertThat(read(429, "busy", header)).isEqualTo(notYet(429, "busy", expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void aBrokenReceiverMayBeWellTheNextTime(int status) {
        assertThat(read(status, "stack trace with a password"))
                .isEqualTo(new Failed(Optional.of(status), "it answered " + status));
        assertThat(read(503, "", "soon")).isEqualTo(new Failed(Optional.of(503), "it answered 503"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 422})
    void aRefusalIsForAPerson(int status) {
        assertThat(read(status, "Clients of team-b\nare on leave"))
                .isEqualTo(new Refused(status, "Clients of team-b are on leave"));
        assertThat(read(200, "{\"answer\": \"no\", \"reason\": \"on leave\"}")).isEqualTo(new Refused(200, "on leave"));
    }

    @Test
    void whatIsInDoubtIsNoYes() {
        for (String odd : List.of("\"perhaps\"", "\"\"", "null", "{}", "true")) {
            assertThat(read(202, "{\"answer\": " + odd + "}"))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.said())
                            .contains("none of yes, no and not-yet"));
        }
        assertThat(read(202, "{\"answer\": \"yes\"}")).isEqualTo(new Agreed(202));
        assertThat(read(200, "{\"answer\": \"not-y")).isInstanceOf(Failed.class);
        assertThat(AnswerReader.read(new Answered(200, Optional.empty(), "{\"answer\"", true), NOON))
                .isInstanceOf(Failed.class);
    }

    @Test
    void aReceiversWordsAreShortenedToOnePrintableLine() {
        WebhookAnswer answer = read(400, "a\u001b[31m\r\nb\u202ec" + "é".repeat(1000));

        assertThat(answer).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.said())
                .startsWith("a [31m b cé")
                .hasSize(Said.LONGEST + 1)
                .endsWith("…"));
    }

    @Test
    void toAnEventEveryTwoHundredIsAReceipt() {
        Answered accepted = new Answered(202, Optional.empty(), "{\"answer\": \"not-yet\"}", false);

        assertThat(AnswerReader.receipt(accepted, NOON)).isEqualTo(new Agreed(202));
    }

    private static NotYet notYet(int status, String reason, Duration retryAfter) {
        return new NotYet(status, reason, Optional.of(retryAfter));
    }

    private static WebhookAnswer read(int status, String body) {
        return AnswerReader.read(new Answered(status, Optional.empty(), body, false), NOON);
    }

    private static WebhookAnswer read(int status, String body, String retryAfter) {
        return AnswerReader.read(new Answered(status, Optional.of(retryAfter), body, false), NOON);
    }
}
