package io.convoy.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has gone on during a witness's work, one after the other. */
final class Phases {

    private final List<PhaseTimes> all = new CopyOnWriteArrayList<>();
    private volatile PhaseTimes current = new PhaseTimes("start");

    Phases() {
        all.add(current);
    }

    synchronized void begin(String name) {
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
