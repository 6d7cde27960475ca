package io.convoy.program;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of each slot is taken. */
final class Usage {

    private final Roster roster;
    private final Situation situation;
    private final long[] used;
    private final @Nullable Instant[] soaked;

    private Usage(Roster roster, Situation situation) {
        this.roster = roster;
        this.situation = situation;
        this.used = new long[roster.slots().size()];
        this.soaked = new @Nullable Instant[used.length];
    }

    static Usage of(Roster roster, Situation situation) {
        Usage usage = new Usage(roster, situation);
        roster.members().forEach(usage::count);
        return usage;
    }

    private void count(Member member) {
        Optional<Instant> until = soaksUntil(member);
        if (until.isPresent() || situation.of(member).phase() == Phase.MOVING) {
            add(member);
        }
        until.ifPresent(end -> member.shares().forEach(share -> soaks(share.slot(), end)));
    }

    private void soaks(int slot, Instant until) {
        Instant known = soaked[slot];
        soaked[slot] = known == null || until.isBefore(known) ? until : known;
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

    private Optional<Instant> soaksUntil(Member member) {
        Standing standing = situation.of(member);
        if (standing.phase() != Phase.SUCCEEDED) {
            return Optional.empty();
        }
        return standing.soaksUntil(member.wave().clusterSoaking(), situation.now());
    }

    private Keeper full(Member.Share share, Slot slot) {
        if (share.amount() > slot.bound().most()) {
            return new Keeper.OverLimit(slot.words(), share.amount());
        }
        return new Keeper.AtLimit(
                slot.words(), used[share.slot()], share.amount(), Optional.ofNullable(soaked[share.slot()]));
    }
}
