package io.convoy.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /** The example that the reference libraries of Standard Webhooks test themselves with. */
    @Test
    void itSignsTheConventionsOwnExample() {
        String signature = SigningKeys.parse(KEY).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY);

        assertThat(signature).isEqualTo(SIGNATURE);
    }

    @Test
    void everyKeySignsWhileOneTakesThePlaceOfAnother() {
        String signatures = SigningKeys.parse(KEY + "\nwhsec_" + "AAAA".repeat(8) + "\n")
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY);

        assertThat(signatures.split(" ")).hasSize(2).contains(SIGNATURE).allMatch(part -> part.startsWith("v1,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "whsec_hunter2!", "whsec_aHVudGVyMg==", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void whatIsNoKeyIsRefusedAndNotRepeated(String secret) {
        assertThatThrownBy(() -> SigningKeys.parse(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whsec_ and the Base64 of 24 to 64 random bytes")
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("aHVudGVyMg")
                .hasMessageNotContaining("MfKQ");
    }
}
