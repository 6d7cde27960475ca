package io.convoy.history;

import java.time.Instant;
import java.util.Optional;

/** What is remembered of a cluster. */
final class ClusterThen {

    private final String name;
    private Optional<SubjectThen> subject = Optional.empty();
    private Optional<Approved> approved = Optional.empty();
    private Optional<Approved> approvedBefore = Optional.empty();
    private Optional<RunThen> run = Optional.empty();
    private Optional<Ending> ending = Optional.empty();
    private Optional<Act> skipped = Optional.empty();
    private Optional<String> wave = Optional.empty();
    private boolean takenUpAgain;
    private long lastAdmission;

    /** A plan that somebody has approved. */
    record Approved(String digest, Instant at, Optional<Act> endedBy) {}

    /** How its last run ended. */
    record Ending(String run, boolean succeeded, Act by) {}

    ClusterThen(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** As it was last recorded; empty once the inventory has changed it. */
    Optional<SubjectThen> subject() {
        return subject;
    }

    void isChanged() {
        subject = Optional.empty();
    }

    Optional<Approved> approved() {
        return approved;
    }

    /** The approval before the present one, or before there was none. */
    Optional<Approved> approvedBefore() {
        return approvedBefore;
    }

    void approved(Act act) {
        withdrawn(act);
        approved = Optional.of(new Approved(act.text("digest"), act.at(), Optional.empty()));
    }

    void withdrawn(Act act) {
        approvedBefore = approved.map(one -> new Approved(one.digest(), one.at(), Optional.of(act)));
        approved = Optional.empty();
    }

    void skipped(Act act) {
        skipped = Optional.of(act);
    }

    void takenUpAgain() {
        skipped = Optional.empty();
        takenUpAgain = true;
    }

    Optional<Act> skipped() {
        return skipped;
    }

    Optional<RunThen> run() {
        return run;
    }

    /** The entry of its last admission; 0 before the first. */
    long lastAdmission() {
        return lastAdmission;
    }

    void runs(RunThen begun) {
        run = Optional.of(begun);
    }

    void admitted(Act act, SubjectThen as) {
        subject = Optional.of(as);
        lastAdmission = act.sequence();
        takenUpAgain = false;
        ending = Optional.empty();
    }

    /** Notes the wave that it is admitted in, and answers the one before. */
    Optional<String> joinedWave(String next) {
        Optional<String> before = wave;
        wave = Optional.of(next);
        return before;
    }

    Optional<Ending> lastRun() {
        return ending;
    }

    void ended(RunThen ended, boolean succeeded, Act by) {
        run = Optional.empty();
        ending = Optional.of(new Ending(ended.id(), succeeded, by));
    }

    /** Since when nothing of it is left to do in the program; empty where something is. */
    Optional<Instant> settledSince() {
        if (run.isPresent()) {
            return Optional.empty();
        }
        return skipped.or(() -> isToGoAgain() ? Optional.empty() : ending.map(Ending::by))
                .map(Act::at);
    }

    Optional<Instant> succeededAt() {
        boolean moves = run.isPresent() || skipped.isPresent() || isToGoAgain();
        return moves
                ? Optional.empty()
                : ending.filter(Ending::succeeded).map(end -> end.by().at());
    }

    /** Whether it has been taken up again, or approved again, since its last run ended. */
    boolean isToGoAgain() {
        return ending.filter(end -> takenUpAgain || isApprovedSince(end)).isPresent();
    }

    private boolean isApprovedSince(Ending end) {
        Instant since = end.by().at().minus(Grace.OF_DECISIONS);
        return approved.or(() -> approvedBefore)
                .filter(one -> one.at().isAfter(since))
                .isPresent();
    }
}
