package io.convoy.lab;

import java.util.List;
import java.util.Locale;

/**
 * What a witness of transactions can swear to after a migration.
 *
 * @param committed transactions that the cluster confirmed
 * @param withdrawn transactions that were aborted when their records were in the log
 * @param acknowledged records of committed transactions
 * @param read what somebody gets who reads committed records only
 * @param faults a withdrawn record that was read counts as duplicated: it was sent again
 * @param errors what failed after the client's own retries
 */
public record TransactionReport(
        long committed, long withdrawn, long acknowledged, long read, RecordFaults faults, List<String> errors) {

    public TransactionReport {
        errors = List.copyOf(errors);
    }

    /** True when what was committed can be read once and in order, and nothing else. */
    public boolean flawless() {
        return faults.none() && read == acknowledged && errors.isEmpty();
    }

    /** For people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "Transactions: %d committed with %d records, %d withdrawn; %d records can be read, %d lost, %d twice or though"
                        + " withdrawn, %d out of order%s",
                committed,
                acknowledged,
                withdrawn,
                read,
                faults.lost(),
                faults.duplicated() + Math.max(0, read - acknowledged - faults.duplicated()),
                faults.outOfOrder(),
                errors.isEmpty() ? "" : "; errors: " + errors);
    }
}
