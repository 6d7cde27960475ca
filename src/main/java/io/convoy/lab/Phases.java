package io.convoy.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has gone on during a witness's work, one after the other. */
final class Phases {

    private final List<PhaseTimes> all = new CopyOnWriteArrayList<>();
    private String currentName = "start";
    private volatile PhaseTimes current = new PhaseTimes(currentName);

    Phases() {
        all.add(current);
    }

    /** Nothing changes while it goes on already. */
    synchronized void begin(String name) {
        if (name.equals(currentName)) {
            return;
        }
        currentName = name;
        PhaseTimes next = new PhaseTimes(name);
        all.add(next);
        current = next;
    }

    PhaseTimes current() {
        return current;
    }

    /** Of those in which something was asked. */
    List<WitnessReport.Phase> reports() {
        return all.stream()
                .map(PhaseTimes::report)
                .filter(WitnessReport.Phase::isUsed)
                .toList();
    }
}
