package io.convoy.simulation;

import io.convoy.program.Member;
import io.convoy.program.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of one simulated program.
 *
 * @param starts when each member's first run began, in the roster's order; {@link Instant#MAX} for one that never did
 * @param ends when each member's last run ended, the same way
 * @param left members that never ended: what kept them never let go
 */
public record Simulated(Roster roster, Instant begin, List<Instant> starts, List<Instant> ends, List<Member> left) {

    /** When the last of those that ended did. */
    public Instant end() {
        return roster.members().stream()
                .map(this::end)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(begin);
    }

    public Duration length() {
        return Duration.between(begin, end());
    }

    public Optional<Instant> start(Member member) {
        return known(starts.get(member.place()));
    }

    public Optional<Instant> end(Member member) {
        return known(ends.get(member.place()));
    }

    /** When the last cluster of a wave ended; empty where none did. */
    public Optional<Instant> endOf(String wave) {
        return roster.members().stream()
                .filter(member -> member.wave().name().equals(wave))
                .map(this::end)
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private static Optional<Instant> known(Instant instant) {
        return instant.equals(Instant.MAX) ? Optional.empty() : Optional.of(instant);
    }
}
