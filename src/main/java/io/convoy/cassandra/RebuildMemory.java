package io.convoy.cassandra;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the rebuild of a datacenter has to know from one look to the next, as text that is kept with the run. */
final class RebuildMemory {

    private static final String OPEN = "open|";
    static final String TROUBLE = "trouble|";

    private final RebuildLedger ledger;
    private final Map<String, String> hostIds;
    private final Map<String, OpenCall> open = new TreeMap<>();
    private final Map<String, NodeTrouble> troubles = new HashMap<>();

    /**
     * @param hostIds of the targets, by address; what is remembered of others is left out
     */
    RebuildMemory(RebuildLedger ledger, Map<String, String> memory, Map<String, String> hostIds) {
        this.ledger = ledger;
        this.hostIds = hostIds;
        hostIds.keySet().forEach(target -> {
            Optional.ofNullable(memory.get(OPEN + target))
                    .ifPresent(text -> open.put(target, OpenCall.parse(target, text)));
            Optional.ofNullable(memory.get(TROUBLE + target))
                    .ifPresent(text -> troubles.put(target, NodeTrouble.parse(text)));
        });
    }

    RebuildLedger ledger() {
        return ledger;
    }

    Map<String, OpenCall> open() {
        return Map.copyOf(open);
    }

    NodeTrouble trouble(String target) {
        return troubles.getOrDefault(target, NodeTrouble.NONE);
    }

    void learn(String target, RebuildLane.Report report, java.time.Instant now) {
        report.done().forEach(ledger::done);
        open.remove(target);
        report.open().ifPresent(call -> open.put(target, call));
        if (report.failure().isPresent()) {
            troubles.put(target, trouble(target).and(report.failure().get(), now));
        } else if (!report.done().isEmpty()) {
            troubles.remove(target);
        }
    }

    Map<String, String> text() {
        Map<String, String> text = new HashMap<>();
        ledger.write(text, hostIds);
        open.forEach((target, call) -> text.put(OPEN + target, call.text()));
        troubles.forEach((target, trouble) -> text.put(TROUBLE + target, trouble.text()));
        return text;
    }
}
