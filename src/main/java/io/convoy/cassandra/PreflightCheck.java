package io.convoy.cassandra;

import io.convoy.plan.Finding;
import java.util.stream.Stream;

/** One question to a running cluster before it is moved. */
@FunctionalInterface
interface PreflightCheck {

    Stream<Finding> findings(Move move, Topology topology);

    static Finding note(String subject, String message, String remedy) {
        return new Finding(Finding.Severity.NOTE, subject, message, remedy);
    }

    static Finding warning(String subject, String message, String remedy) {
        return new Finding(Finding.Severity.WARNING, subject, message, remedy);
    }

    static Finding blocker(String subject, String message, String remedy) {
        return new Finding(Finding.Severity.BLOCKER, subject, message, remedy);
    }
}
