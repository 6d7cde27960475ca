package io.convoy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final String TOKEN = "0123456789abcdef:with-colon";

    @Test
    void aTokenTellsWhoseItIs() {
        Tokens tokens = Tokens.of(List.of("# people", "", "ann:" + TOKEN, "ci:fedcba9876543210"), "tokens");

        assertThat(tokens.holderOf(TOKEN)).contains(new Actor("ann"));
        assertThat(tokens.holderOf("fedcba9876543210")).contains(new Actor("ci"));
        assertThat(tokens.holderOf("fedcba987654321")).isEmpty();
        assertThat(tokens.holderOf("")).isEmpty();
    }

    @Test
    void aFileThatCannotBeRightIsRefusedWithoutRepeatingAToken() {
        assertThatThrownBy(() -> Tokens.of(List.of("", "ann:short"), "tokens"))
                .hasMessageStartingWith("tokens, line 2: ")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> Tokens.of(List.of(TOKEN.replace(":", "")), "tokens"))
                .hasMessageNotContaining("0123456789");
        assertThatThrownBy(() -> Tokens.of(List.of("ann:" + TOKEN, "ann:" + TOKEN), "tokens"))
                .hasMessageContaining("the name ann was given before");
        assertThatThrownBy(() -> Tokens.of(List.of("# nothing"), "tokens")).hasMessageContaining("holds no token");
    }

    @Test
    void onlyThisMachinesNamesAreLoopback() {
        assertThat(List.of("localhost:8080", "127.0.0.1", "127.3.2.1:80", "[::1]:8080"))
                .allMatch(Loopback::isNamed);
        assertThat(List.of("localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", ""))
                .noneMatch(Loopback::isNamed);
        assertThat(Loopback.isOrigin("http://localhost:8080")).isTrue();
        assertThat(List.of("https://evil.example", "null", "http://localhost:8080@evil.example"))
                .noneMatch(Loopback::isOrigin);
        assertThat(Loopback.isAddress("127.0.0.1")).isTrue();
        assertThat(Loopback.isAddress("0.0.0.0")).isFalse();
    }
}
