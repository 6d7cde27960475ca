package io.convoy.history;

import java.util.List;

/**
 * What was checked, and what was found.
 *
 * @param starts clusters that were admitted
 * @param steps attempts at steps that were begun
 * @param leases schema freezes, permits and throttles that were taken
 * @param found how many violations there are
 * @param violations the first of them
 */
public record HistoryReport(
        long entries, long starts, long steps, long leases, long found, List<Violation> violations) {

    public HistoryReport {
        violations = List.copyOf(violations);
    }

    public boolean clean() {
        return found == 0;
    }
}
