package io.convoy.history;

import io.convoy.audit.AuditEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * Reads a history from its first entry on and proves that the program's promises were kept. For each entry:
 *
 * <ol>
 *   <li>every rule judges the act by the past as it stood before it;
 *   <li>the act becomes part of the past.
 * </ol>
 *
 * Remembers what is open, and one line for each cluster. Not for use by several threads.
 */
public final class HistoryCheck {

    /** So many violations are kept in words; the others are counted. */
    public static final int MOST_TOLD = 200;

    private static final List<Rule> RULES = List.of(
            new OneRunRule(),
            new AdmittedRule(),
            new ApprovalRule(),
            new AgainRule(),
            new HoldRule(),
            new WaveRule(),
            new WaveOrderRule(),
            new PilotRule(),
            new DependencyRule(),
            new OpenTimeRule(),
            new LimitRule(),
            new PastReturnRule(),
            new StandingRule(),
            new OnceRule(),
            new SchemaFreezeRule(),
            new LeaseRule());

    private final Past past = new Past();
    private final Findings findings = Findings.none();
    private long entries;
    private long starts;
    private long steps;

    /** The next entry of the history. */
    public void add(AuditEntry entry) {
        entries++;
        try {
            add(Act.of(entry));
        } catch (IllegalArgumentException | DateTimeException e) {
            findings.add(new Violation(
                    entry.sequence(),
                    entry.act().at(),
                    entry.act().subject(),
                    "form",
                    entry.act().act() + " cannot be read: " + e.getMessage()));
        }
    }

    /**
     * The verdict on what was added.
     *
     * @param asOf up to when nothing more has happened
     */
    public HistoryReport report(Instant asOf) {
        Findings all = findings.copy();
        RULES.forEach(rule -> rule.leftOver(past, asOf).forEach(all::add));
        return new HistoryReport(entries, starts, steps, past.leases().taken(), all.count(), all.told());
    }

    private void add(Act act) {
        for (Rule rule : RULES) {
            for (String what : rule.broken(act, past)) {
                findings.add(new Violation(act.sequence(), act.at(), act.cluster(), rule.name(), what));
            }
        }
        if (act.is(Act.ADMITTED)) {
            starts++;
        } else if (act.is(Act.BEGUN)) {
            steps++;
        }
        past.add(act);
    }
}
