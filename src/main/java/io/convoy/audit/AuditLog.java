package io.convoy.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.convoy.base.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The append-only record of every decision and act, each entry chained to the one before.
 *
 * <p>An entry is written in the transaction of what it tells of: both are there, or neither. Writers queue up for the
 * chain's head until their transaction ends, so record last.
 */
@ApplicationScoped
public class AuditLog {

    /** The most entries that one list answers. */
    public static final int MOST_LISTED = 1000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final AuditTable table;
    private final Clock clock;

    AuditLog(AuditTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Appends an entry within the caller's transaction; without one it fails.
     *
     * @param act a dotted word: {@code inventory.imported}
     * @param subject what it was done to: {@code cluster:orders}
     * @param details plain texts, numbers, lists and maps; never a secret
     */
    @Transactional(TxType.MANDATORY)
    public AuditEntry record(Actor actor, String act, String subject, Map<String, ?> details) {
        AuditChain chain = table.lockHead();
        AuditEntry entry = chain.next(new AuditAct(clock.instant(), actor, act, subject, json(details)));
        table.append(entry);
        return entry;
    }

    /**
     * Entries in their order.
     *
     * @param after the sequence of the last entry already seen, 0 from the start
     * @param limit at most this many, and never more than {@value #MOST_LISTED}
     * @param subject only those about it
     */
    @Transactional
    public List<AuditEntry> list(long after, int limit, Optional<String> subject) {
        int most = Math.max(1, Math.min(limit, MOST_LISTED));
        return subject.map(given -> table.listAbout(given, after, most)).orElseGet(() -> table.list(after, most));
    }

    /** The number of the last entry, 0 before the first. */
    @Transactional
    public long lastSequence() {
        return table.head().sequence();
    }

    /** Walks the chain from its first entry and compares its end with the recorded head; holds one page at a time. */
    @Transactional
    public AuditProof verify() {
        AuditChain head = table.head();
        AuditChain chain = AuditChain.START;
        List<AuditEntry> page = table.list(chain.sequence(), MOST_LISTED);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                Optional<String> broken = chain.breakAt(entry);
                if (broken.isPresent()) {
                    return new AuditProof(chain.sequence(), chain.hash(), broken);
                }
                chain = chain.after(entry);
            }
            page = table.list(chain.sequence(), MOST_LISTED);
        }
        return new AuditProof(chain.sequence(), chain.hash(), missingEnd(chain, head));
    }

    /** Entries may have come since the head was read; none may have gone. */
    private static Optional<String> missingEnd(AuditChain chain, AuditChain head) {
        if (chain.sequence() >= head.sequence()) {
            return Optional.empty();
        }
        return Optional.of("the log ends with entry " + chain.sequence() + " and has had " + head.sequence()
                + ": entry " + (chain.sequence() + 1) + " is missing");
    }

    private static String json(Map<String, ?> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The details of an audit entry are plain texts, numbers, lists and maps", e);
        }
    }
}
