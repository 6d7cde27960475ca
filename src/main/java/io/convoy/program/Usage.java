package io.convoy.program;

import java.time.Instant;
import java.util.Optional;

/** How much of each slot is taken. */
final class Usage {

    private final Roster roster;
    private final Situation situation;
    private final long[] used;

    private Usage(Roster roster, Situation situation) {
        this.roster = roster;
        this.situation = situation;
        this.used = new long[roster.slots().size()];
    }

    static Usage of(Roster roster, Situation situation) {
        Usage usage = new Usage(roster, situation);
        for (Member member : roster.members()) {
            if (usage.counts(member)) {
                usage.add(member);
            }
        }
        return usage;
    }

    /** What keeps the cluster from starting beside those that are counted; empty where there is room for it. */
    Optional<Keeper> keeps(Member member) {
        for (Member.Share share : member.shares()) {
            Slot slot = roster.slots().get(share.slot());
            if (share.amount() > 0
                    && used[share.slot()] + share.amount() > slot.bound().most()) {
                return Optional.of(full(share, slot));
            }
        }
        return Optional.empty();
    }

    /** What keeps a moving cluster from passing its point of no return. */
    Optional<Keeper> keepsFromPassing(Member member) {
        for (Member.Share share : member.shares()) {
            Slot slot = roster.slots().get(share.slot());
            if (slot.bound().measure() == Measure.PAST_RETURN
                    && used[share.slot()] >= slot.bound().most()) {
                return Optional.of(full(new Member.Share(share.slot(), 1), slot));
            }
        }
        return Optional.empty();
    }

    void add(Member member) {
        boolean pastReturn = situation.of(member).pastReturn();
        for (Member.Share share : member.shares()) {
            boolean returns = roster.slots().get(share.slot()).bound().measure() == Measure.PAST_RETURN;
            used[share.slot()] += returns ? (pastReturn ? 1 : 0) : share.amount();
        }
    }

    private boolean counts(Member member) {
        return situation.of(member).phase() == Phase.MOVING
                || soaksUntil(member).isPresent();
    }

    private Optional<Instant> soaksUntil(Member member) {
        Standing standing = situation.of(member);
        if (standing.phase() != Phase.SUCCEEDED) {
            return Optional.empty();
        }
        return Optional.of(standing.since().plus(member.wave().clusterSoaking()))
                .filter(end -> end.isAfter(situation.now()));
    }

    private Keeper full(Member.Share share, Slot slot) {
        if (share.amount() > slot.bound().most()) {
            return new Keeper.OverLimit(slot.words(), share.amount());
        }
        Optional<Instant> soaked = roster.members().stream()
                .filter(member -> member.shares().stream().anyMatch(taken -> taken.slot() == share.slot()))
                .flatMap(member -> soaksUntil(member).stream())
                .min(Instant::compareTo);
        return new Keeper.AtLimit(slot.words(), used[share.slot()], share.amount(), soaked);
    }
}
