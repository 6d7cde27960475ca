package io.convoy.program;

import java.time.Instant;
import java.util.Optional;

/**
 * What keeps a cluster, or its next step, from going on.
 *
 * <p>{@link #release} is when it lets go by itself, where that is known.
 */
public sealed interface Keeper {

    /** For people: what it is, and what to do where somebody has to. */
    String words();

    default Optional<Instant> release() {
        return Optional.empty();
    }

    /** Its kind in the API and the audit, for example {@code AT_LIMIT}. */
    default String kind() {
        return KeeperKinds.of(getClass());
    }

    /** A hold that somebody has set. */
    record Held(Hold hold) implements Keeper {
        @Override
        public String words() {
            return "Held (" + hold.scope() + ") by " + hold.setBy() + ": " + hold.reason();
        }

        @Override
        public Optional<Instant> release() {
            return hold.until();
        }
    }

    /** Its wave has not been started, or was paused or aborted. */
    record WaveStands(Wave wave, WaveState state) implements Keeper {
        @Override
        public String words() {
            return "Its wave " + wave.name() + " is " + state;
        }
    }

    /** Its wave begins later. */
    record WaveBegins(Wave wave, Instant at) implements Keeper {
        @Override
        public String words() {
            return "Its wave " + wave.name() + " begins at " + at;
        }

        @Override
        public Optional<Instant> release() {
            return Optional.of(at);
        }
    }

    /** Another wave comes first. */
    record WaveAfter(Wave wave, String first, int left) implements Keeper {
        @Override
        public String words() {
            return "Its wave " + wave.name() + " comes after " + first + ", of which " + left
                    + " clusters have not ended";
        }
    }

    /** Something that has ended is still watched before anything that follows it begins. */
    record Soaking(String what, Instant until) implements Keeper {
        @Override
        public String words() {
            return what + " has ended and soaks until " + until;
        }

        @Override
        public Optional<Instant> release() {
            return Optional.of(until);
        }
    }

    /** The wave's first clusters have not all moved. */
    record Pilots(Wave wave, int left) implements Keeper {
        @Override
        public String words() {
            return left + " of the " + wave.pilotCount() + " pilots of wave " + wave.name() + " have not moved yet";
        }
    }

    /** It waits for another cluster. */
    record After(Subject first, Phase phase) implements Keeper {
        @Override
        public String words() {
            return switch (phase) {
                case NOT_STARTED -> "It comes after " + first.name() + ", which has not started";
                case MOVING -> "It comes after " + first.name() + ", which is moving";
                case ROLLED_BACK -> "It comes after " + first.name() + ", which was rolled back: retry that one";
                case SKIPPED ->
                    "It comes after " + first.name() + ", which is skipped: take the dependency away or skip"
                            + " this one, too";
                case SUCCEEDED -> "It comes after " + first.name();
            };
        }
    }

    /** Its plan cannot be run as it is. */
    record Unready(String words) implements Keeper {}

    /** Too many clusters have failed. */
    record TooManyFailures(String words) implements Keeper {}

    /** No window is open, or not for long enough. */
    record Closed(java.time.Duration length, Optional<Instant> release) implements Keeper {
        @Override
        public String words() {
            String what = length.isZero()
                    ? "No window of it is open"
                    : "No window of it is open for the " + length + " that the next step may take";
            return release.isPresent()
                    ? what + "; the next one opens at " + release.get()
                    : what + ", and none is in sight: make one that long";
        }
    }

    /** A limit is used up. */
    record AtLimit(String limit, long used, long wanted, Optional<Instant> release) implements Keeper {
        @Override
        public String words() {
            return "The " + limit + " is reached (" + used + " used, " + wanted + " wanted)";
        }
    }

    /** It alone takes more than a limit admits. */
    record OverLimit(String limit, long wanted) implements Keeper {
        @Override
        public String words() {
            return "It takes " + wanted + ", and the " + limit + " never admits that much: raise the limit for it";
        }
    }
}
