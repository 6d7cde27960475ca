package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.SecretReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("ORDERS", "cassandra:top:secret", "BAD", "hunter2");

    private final Credentials credentials = new Credentials(ENVIRONMENT::get);

    @Test
    void aLoginIsReadFromTheEnvironmentAndNeverShown() {
        Login login = credentials.login(new SecretReference("env:ORDERS"));

        assertThat(login).isEqualTo(new Login("cassandra", "top:secret"));
        assertThat(login.toString()).isEqualTo("cassandra");
    }

    @Test
    void aLoginIsReadFromAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("cql"), "cassandra:secret\n");

        assertThat(credentials.login(new SecretReference("file:" + file))).isEqualTo(new Login("cassandra", "secret"));
    }

    @Test
    void aComplaintNamesTheReferenceAndNotTheSecret() {
        assertThatThrownBy(() -> credentials.login(new SecretReference("env:BAD")))
                .hasMessageContaining("env:BAD")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> credentials.login(new SecretReference("env:NONE")))
                .hasMessageContaining("not set");
    }
}
