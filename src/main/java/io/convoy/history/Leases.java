package io.convoy.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was taken for a while and is to be given back: schema freezes, permits, throttles. */
final class Leases {

    static final String FREEZE = "schema freeze";
    static final String THROTTLE = "throttle";

    private final Map<String, Lease> ofRuns = new HashMap<>();
    private final Map<String, Map<String, Instant>> permits = new HashMap<>();
    private long taken;

    /** Something that a run has set on a cluster. */
    record Lease(String kind, String cluster, String run, Act by) {}

    void add(Act act) {
        switch (act.word()) {
            case "schema-freeze.requested" -> take(FREEZE, act);
            case "schema-freeze.released" -> release(FREEZE, act);
            case "throttle.set" -> take(THROTTLE, act);
            case "throttle.removed" -> release(THROTTLE, act);
            case "schema-permit.granted", "schema-permit.renewed" -> permit(act);
            case "schema-permit.returned" -> permitsOf(act.cluster()).remove(act.text("permit"));
            default -> {}
        }
    }

    long taken() {
        return taken;
    }

    Optional<Lease> on(String cluster, String kind) {
        return Optional.ofNullable(ofRuns.get(kind + " " + cluster));
    }

    List<Lease> open() {
        return new ArrayList<>(ofRuns.values());
    }

    /** The permits that were neither given back nor have expired. */
    List<String> permits(String cluster, Instant at) {
        Map<String, Instant> granted = permits.getOrDefault(cluster, new HashMap<>());
        granted.values().removeIf(expires -> !expires.isAfter(at));
        if (granted.isEmpty()) {
            permits.remove(cluster);
        }
        return List.copyOf(granted.keySet());
    }

    private void take(String kind, Act act) {
        if (ofRuns.put(kind + " " + act.cluster(), new Lease(kind, act.cluster(), act.run(), act)) == null) {
            taken++;
        }
    }

    private void release(String kind, Act act) {
        ofRuns.remove(kind + " " + act.cluster());
    }

    private void permit(Act act) {
        permits(act.cluster(), act.at());
        Instant expires = Instant.parse(act.text("expiresAt"));
        permitsOf(act.cluster()).put(act.text("permit"), expires);
        if (act.is("schema-permit.granted")) {
            taken++;
        }
    }

    private Map<String, Instant> permitsOf(String cluster) {
        return permits.computeIfAbsent(cluster, key -> new HashMap<>());
    }
}
