package io.convoy.simulation;

import io.convoy.program.Keeper;
import io.convoy.program.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who waited for whom: from the cluster that ended last back to the program's begin. */
final class CriticalChain {

    private final Simulated simulated;
    private final Diary diary;
    private final Set<Member> seen = new HashSet<>();

    private CriticalChain(Simulated simulated, Diary diary) {
        this.simulated = simulated;
        this.diary = diary;
    }

    /** In the order of time. */
    static List<ChainLink> of(Simulated simulated, Diary diary) {
        return new CriticalChain(simulated, diary).walk();
    }

    private List<ChainLink> walk() {
        Deque<ChainLink> chain = new ArrayDeque<>();
        Optional<Member> at = simulated.roster().members().stream()
                .filter(member -> simulated.end(member).isPresent())
                .max(Comparator.comparing(member -> simulated.end(member).orElseThrow()));
        while (at.isPresent() && seen.add(at.get())) {
            Member member = at.get();
            Instant start = simulated.start(member).orElse(simulated.begin());
            Optional<Cause> cause = cause(member, start);
            chain.addFirst(new ChainLink(
                    member.cluster(),
                    start,
                    simulated.end(member).orElseThrow(),
                    cause.map(Cause::words).orElseGet(() -> ownDelay(member))));
            at = cause.map(Cause::member);
        }
        return List.copyOf(chain);
    }

    private record Cause(Member member, String words) {}

    /** From the last thing that delayed it back to one that some cluster's end did away with. */
    private Optional<Cause> cause(Member member, Instant start) {
        List<Diary.Delay> delays = diary.delays(member).stream()
                .filter(delay -> delay.since().isBefore(start))
                .toList();
        Instant until = start;
        for (int place = delays.size() - 1; place >= 0; place--) {
            Diary.Delay delay = delays.get(place);
            Optional<Member> culprit = culprit(member, delay.keeper(), until);
            if (culprit.isPresent()) {
                return culprit.map(other -> new Cause(other, words(delay.keeper(), other)));
            }
            until = delay.since();
        }
        return Optional.empty();
    }

    private Optional<Member> culprit(Member waiting, Keeper keeper, Instant at) {
        if (keeper instanceof Keeper.Closed) {
            // Nobody's end opens a window, also where one happens to fall on its opening.
            return Optional.empty();
        }
        Stream<Member> candidates = keeper instanceof Keeper.AtLimit limit
                ? simulated.roster().takers(limit.limit())
                : simulated.roster().members().stream();
        return candidates
                .filter(member -> !member.equals(waiting) && !seen.contains(member))
                .filter(member -> simulated
                        .end(member)
                        .filter(end -> letsGo(member, end, at))
                        .isPresent())
                .findFirst();
    }

    private static boolean letsGo(Member member, Instant end, Instant at) {
        Duration soak = member.wave().clusterSoaking();
        Duration ofWave = member.wave().soak().orElse(Duration.ZERO);
        return end.equals(at) || end.plus(soak).equals(at) || end.plus(ofWave).equals(at);
    }

    private static String words(Keeper keeper, Member other) {
        if (keeper instanceof Keeper.AtLimit limit) {
            return limit.limit() + ", of which " + other + " let go";
        }
        if (keeper instanceof Keeper.WaveAfter wave) {
            return "wave " + wave.first() + ", which ended with " + other;
        }
        if (keeper instanceof Keeper.Soaking) {
            return "the soak of " + other;
        }
        if (keeper instanceof Keeper.Pilots pilots) {
            return "the pilots of wave " + pilots.wave().name() + ", the last of which was " + other;
        }
        return keeper instanceof Keeper.After ? "its predecessor " + other : other + " (" + keeper.kind() + ")";
    }

    private String ownDelay(Member member) {
        return diary.delays(member).stream()
                .reduce((first, last) -> last)
                .map(Diary.Delay::keeper)
                .map(Keeper::words)
                .map(Objects::toString)
                .orElse("nothing");
    }
}
