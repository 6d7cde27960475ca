package io.convoy.kafka;

import io.convoy.plan.PlannedServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes observers an ensemble of their own: all stop, and start again with each other only. What the metadata's own servers had
 * acknowledged to a broker may have reached one observer and not yet another; so one of them, the keeper, stops last, after
 * it has caught up, starts first, and is in the first quorum. Pure.
 *
 * @param members the keeper first
 * @param restarted ids of those that have been started with their new settings since this attempt began
 */
record ForkCourse(List<Member> members, Set<Integer> restarted) {

    ForkCourse {
        members = List.copyOf(members);
        restarted = Set.copyOf(restarted);
    }

    /** How a server runs. */
    enum Running {
        STOPPED,
        /** As an observer of the other ensemble, in touch with its leader. */
        OBSERVES,
        /** With a leader among the members, or as this. */
        VOTES,
        /** It runs and serves nobody. */
        LOOKS
    }

    /** A server and how it runs. */
    record Member(PlannedServer server, Running running) {

        boolean is(Running wished) {
            return running == wished;
        }
    }

    /** What is to be done now. */
    sealed interface Next {

        /** Stop it; the keeper only after it has caught up. */
        record Stop(PlannedServer server, boolean catchUpFirst) implements Next {}

        /** Start it with its new settings. */
        record Start(PlannedServer server) implements Next {}

        record Wait(String reason) implements Next {}

        /** It cannot be done safely as things are. */
        record Refuse(String reason) implements Next {}

        record Forked() implements Next {}
    }

    /** Whether everything can still be checked first: as long as the keeper observes, brokers have a server and nothing is parted. */
    boolean canStillWait() {
        return keeper().is(Running.OBSERVES);
    }

    Next next() {
        if (members.stream().allMatch(member -> member.is(Running.VOTES))) {
            return new Next.Forked();
        }
        if (members.stream().anyMatch(member -> member.is(Running.VOTES))) {
            return first(Running.STOPPED)
                    .<Next>map(member -> new Next.Start(member.server()))
                    .orElseGet(() -> new Next.Wait("The other servers join the new ensemble"));
        }
        return stillToStop().orElseGet(this::start);
    }

    private Optional<Next> stillToStop() {
        List<Member> old = members.stream()
                .filter(member -> !member.is(Running.STOPPED))
                .filter(member -> !restarted.contains(member.server().id()))
                .toList();
        if (old.isEmpty()) {
            return Optional.empty();
        }
        Member keeper = keeper();
        boolean othersRun = !old.equals(List.of(keeper));
        // A keeper that was restarted had caught up before.
        boolean keeperHasAll = keeper.is(Running.OBSERVES)
                || restarted.contains(keeper.server().id());
        if (othersRun && !keeperHasAll) {
            return Optional.of(new Next.Refuse("Server " + keeper.server().endpoint()
                    + ", which is to keep what all have seen, does not observe the source's ensemble while others still run:"
                    + " see to it, the fork waits"));
        }
        return Optional.of(
                othersRun
                        ? new Next.Stop(old.get(old.size() - 1).server(), false)
                        : new Next.Stop(keeper.server(), keeper.is(Running.OBSERVES)));
    }

    /** The keeper first; no other before it runs, and until there is a leader no more than make a majority with it. */
    private Next start() {
        List<Member> up = new ArrayList<>(members);
        up.removeIf(member -> member.is(Running.STOPPED));
        boolean keeperRuns = !keeper().is(Running.STOPPED);
        boolean enough = up.size() > members.size() / 2;
        if (enough && keeperRuns) {
            return new Next.Wait("The servers elect a leader");
        }
        return keeperRuns
                ? new Next.Start(first(Running.STOPPED).orElseThrow().server())
                : new Next.Start(keeper().server());
    }

    private Member keeper() {
        return members.get(0);
    }

    private Optional<Member> first(Running running) {
        return members.stream().filter(member -> member.is(running)).findFirst();
    }

    /** With one more that has been started. */
    Set<Integer> restartedWith(PlannedServer server) {
        Set<Integer> all = new HashSet<>(restarted);
        all.add(server.id());
        return Set.copyOf(all);
    }
}
