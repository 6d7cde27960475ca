package io.convoy.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A run that has not ended. */
final class RunThen {

    private final String id;
    private final String planDigest;
    private final Map<String, Tries> steps = new HashMap<>();
    private Optional<Admission> admission = Optional.empty();
    private Optional<String> stoodStillBy = Optional.empty();
    private Optional<String> turnedBackBy = Optional.empty();
    private boolean pastReturn;

    /** What was recorded when it was admitted. */
    record Admission(SubjectThen subject, String wave, Duration soak, long sequence) {}

    RunThen(String id, String planDigest) {
        this.id = id;
        this.planDigest = planDigest;
    }

    String id() {
        return id;
    }

    String planDigest() {
        return planDigest;
    }

    Optional<Admission> admission() {
        return admission;
    }

    void admitted(Act act, SubjectThen subject) {
        admission = Optional.of(new Admission(
                subject,
                act.text("wave"),
                Duration.ofSeconds(act.details().path("soak").asLong()),
                act.sequence()));
    }

    /** How long its cluster is watched: as its wave says by now, or said when it was admitted. */
    Duration soakUnder(ProgramThen program) {
        return admission
                .map(admitted -> program.waveOf(admitted.subject())
                        .or(() -> program.wave(admitted.wave()))
                        .map(WaveThen::clusterSoak)
                        .orElse(admitted.soak()))
                .orElse(Duration.ZERO);
    }

    /** The entry that made it stand still; empty while it goes on. */
    Optional<String> stoodStillBy() {
        return stoodStillBy;
    }

    void standsStill(Act act) {
        stoodStillBy = Optional.of(act.word() + ", " + act.place());
    }

    void goesOn() {
        stoodStillBy = Optional.empty();
    }

    Optional<String> turnedBackBy() {
        return turnedBackBy;
    }

    void turnsBack(Act act) {
        turnedBackBy = turnedBackBy.or(() -> Optional.of(act.place()));
    }

    boolean pastReturn() {
        return pastReturn;
    }

    void passesReturn() {
        pastReturn = true;
    }

    Tries tries(String step, Way way) {
        return steps.computeIfAbsent(way + " " + step, key -> new Tries(step, way));
    }

    /** The attempts that a failure without a direction is about. */
    Tries triesUnderWay(String step) {
        Tries back = tries(step, Way.BACK);
        return back.isOpen() ? back : tries(step, Way.FORWARD);
    }

    /** Another step that is under way in the same direction. */
    Optional<Tries> otherUnderWay(Tries one) {
        return steps.values().stream()
                .filter(other -> other != one && other.way() == one.way() && other.isOpen())
                .findFirst();
    }
}
