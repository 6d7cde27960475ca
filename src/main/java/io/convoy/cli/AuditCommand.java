package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has the audit's hash chain proven, and the history that it tells. */
@Command(
        name = "audit",
        description = "Work with the audit record.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditCommand.Verify.class})
final class AuditCommand {

    /** Walks the whole chain, and has every entry checked against what was promised. */
    @Command(
            name = "verify",
            description = {
                "Prove that no audit entry was changed, removed or put in between, and that the programs of this history kept",
                "every limit, window, hold, approval and order, took no effect twice and released every lease."
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            JsonNode verdict = ConvoyClient.of(System.getenv()).get("/audit/verification");
            AuditVerdict.lines(verdict).forEach(spec.commandLine().getOut()::println);
            return AuditVerdict.isFine(verdict) ? 0 : 1;
        }
    }
}
