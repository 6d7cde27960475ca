package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has the audit's hash chain proven. */
@Command(
        name = "audit",
        description = "Work with the audit record.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditCommand.Verify.class})
final class AuditCommand {

    /** Walks the whole chain. */
    @Command(
            name = "verify",
            description = "Prove that no audit entry was changed, removed or put in between.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            JsonNode verdict = ConvoyClient.of(System.getenv()).get("/audit/verification");
            boolean intact = verdict.path("intact").asBoolean();
            spec.commandLine()
                    .getOut()
                    .println(
                            intact
                                    ? "Intact: " + verdict.path("entries").asText() + " entries"
                                    : "BROKEN: " + verdict.path("reason").asText());
            return intact ? 0 : 2;
        }
    }
}
