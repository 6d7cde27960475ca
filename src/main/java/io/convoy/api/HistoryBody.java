package io.convoy.api;

import io.convoy.history.HistoryReport;
import io.convoy.history.Violation;
import java.time.Instant;
import java.util.List;

/**
 * What the history checker made of the audit log.
 *
 * @param kept whether every promise was kept
 * @param starts clusters that were admitted
 * @param steps attempts at steps that were begun
 * @param leases schema freezes, permits and throttles that were taken
 * @param found how many violations there are
 * @param violations the first of them
 */
public record HistoryBody(
        boolean kept, long entries, long starts, long steps, long leases, long found, List<ViolationBody> violations) {

    /**
     * A promise that was not kept.
     *
     * @param sequence of the entry that shows it
     * @param rule for example {@code limit}
     * @param sentence all of it in words
     */
    public record ViolationBody(long sequence, Instant at, String subject, String rule, String sentence) {
        static ViolationBody of(Violation violation) {
            return new ViolationBody(
                    violation.sequence(), violation.at(), violation.subject(), violation.rule(), violation.sentence());
        }
    }

    static HistoryBody of(HistoryReport report) {
        return new HistoryBody(
                report.clean(),
                report.entries(),
                report.starts(),
                report.steps(),
                report.leases(),
                report.found(),
                report.violations().stream().map(ViolationBody::of).toList());
    }
}
