package io.convoy.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Calls a program of the customer's: {@code PROGRAM look|provide|stop|retire} with the {@link NodeOrder} as JSON on its
 * standard input. It answers at once with {@code {"state": "absent|underway|present|failed", "address": …, "detail": …}} and
 * exit code 0; each call must be safe to repeat.
 */
@Singleton
@Identifier("command")
class CommandProvisioner implements Provisioner {

    private final ProvisionSettings settings;
    private final ObjectMapper json;

    CommandProvisioner(ProvisionSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public ProvisionState look(NodeOrder order) {
        return call("look", order);
    }

    @Override
    public ProvisionState provide(NodeOrder order) {
        return call("provide", order);
    }

    @Override
    public ProvisionState stop(NodeOrder order) {
        return call("stop", order);
    }

    @Override
    public ProvisionState retire(NodeOrder order) {
        return call("retire", order);
    }

    private ProvisionState call(String verb, NodeOrder order) {
        List<String> command = new ArrayList<>(settings.command()
                .orElseThrow(() -> new IllegalStateException(
                        "convoy.provision.adapter is command, but convoy.provision.command names no program")));
        command.add(verb);
        try {
            return answer(verb, order, command);
        } catch (IOException e) {
            return new ProvisionState.Failed(command + " for " + order.node() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ProvisionState.Underway("Interrupted while " + command + " ran for " + order.node());
        }
    }

    private ProvisionState answer(String verb, NodeOrder order, List<String> command)
            throws IOException, InterruptedException {
        Path input = Files.createTempFile("convoy-order-", ".json");
        Path output = Files.createTempFile("convoy-answer-", ".json");
        try {
            json.writeValue(input.toFile(), order);
            Process process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(settings.commandTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new ProvisionState.Failed("'" + verb + "' for " + order.node() + " did not answer within "
                        + settings.commandTimeout() + "; it must answer at once and go on by itself");
            }
            return process.exitValue() == 0
                    ? state(json.readTree(output.toFile()))
                    : new ProvisionState.Failed(
                            "'" + verb + "' for " + order.node() + " ended with " + process.exitValue());
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(output);
        }
    }

    private static ProvisionState state(JsonNode answer) {
        String detail = answer.path("detail").asText("");
        return switch (answer.path("state").asText()) {
            case "absent" -> new ProvisionState.Absent();
            case "underway" -> new ProvisionState.Underway(detail);
            case "present" -> new ProvisionState.Present(answer.path("address").asText());
            case "failed" -> new ProvisionState.Failed(detail);
            default -> new ProvisionState.Failed("The command answered no state that Convoy knows: " + answer);
        };
    }
}
