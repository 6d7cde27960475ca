package io.convoy.simulation;

import io.convoy.base.Actor;
import io.convoy.program.Decision;
import io.convoy.program.Keeper;
import io.convoy.program.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what delayed each cluster's start, and when it was at which step. */
final class Diary implements Chronicle {

    /** What kept a cluster from some instant on. */
    record Delay(Instant since, Keeper keeper) {}

    /** A stretch of a run: the name of its step, {@code back}, {@code attention}, or empty where it was withheld. */
    record Stretch(Instant from, Instant to, String what) {}

    private final Map<Member, List<Delay>> delays = new HashMap<>();
    private final Map<Member, List<Stretch>> stretches = new HashMap<>();
    private final Map<Member, Stretch> open = new HashMap<>();

    List<Delay> delays(Member member) {
        return delays.getOrDefault(member, List.of());
    }

    List<Stretch> stretches(Member member) {
        return stretches.getOrDefault(member, List.of());
    }

    @Override
    public void decided(Instant at, List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Withheld withheld) {
                keep(withheld.member(), new Delay(at, withheld.keeper()));
            }
        }
    }

    private void keep(Member member, Delay delay) {
        List<Delay> known = delays.computeIfAbsent(member, first -> new ArrayList<>());
        boolean same = !known.isEmpty() && isSame(known.get(known.size() - 1).keeper(), delay.keeper());
        if (!same) {
            known.add(delay);
        }
    }

    private static boolean isSame(Keeper one, Keeper other) {
        if (one instanceof Keeper.AtLimit first && other instanceof Keeper.AtLimit second) {
            return first.limit().equals(second.limit());
        }
        return one.getClass().equals(other.getClass());
    }

    @Override
    public void run(Instant at, Journey journey, String act, Actor by) {
        close(journey.member, at);
        if (act.equals("step.begun")) {
            open(journey.member, at, journey.isBack() ? "back" : journey.leg().step());
        } else if (act.equals("step.gave-up")) {
            open(journey.member, at, "attention");
        } else if (!act.endsWith(".last")) {
            open(journey.member, at, "");
        }
    }

    private void open(Member member, Instant at, String what) {
        open.put(member, new Stretch(at, at, what));
    }

    private void close(Member member, Instant at) {
        @Nullable Stretch before = open.remove(member);
        if (before != null && before.from().isBefore(at)) {
            stretches
                    .computeIfAbsent(member, first -> new ArrayList<>())
                    .add(new Stretch(before.from(), at, before.what()));
        }
    }
}
