package io.convoy.kafka;

import io.convoy.kafka.ServerState.Condition;
import io.convoy.plan.PlannedServer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Gives the votes of a ZooKeeper ensemble to other servers by reconfigurations that change one vote each.
 *
 * <ol>
 *   <li>New servers get their votes, one at a time.
 *   <li>Old ones lose theirs, one at a time: those that are down first, the leader last.
 * </ol>
 *
 * Nothing follows before every server that answers has taken over what was there before, which none does whose
 * {@code reconfigEnabled} is not true: so two that are a step apart always share a majority. No vote changes unless most of those who
 * vote afterwards are up. What is next follows from what the servers say, and from nothing else: whoever looks again after an answer
 * was lost sees whether it was done. Pure.
 *
 * @param coming the servers that shall vote
 * @param lines of these, as a reconfiguration names them, by {@code server.N}
 * @param leaving the servers that shall not
 */
record PromotionCourse(List<Member> coming, Map<String, String> lines, List<Member> leaving) {

    PromotionCourse {
        coming = List.copyOf(coming);
        lines = Map.copyOf(lines);
        leaving = List.copyOf(leaving);
    }

    /** A server as it was seen, and by which configuration it runs. */
    record Member(PlannedServer server, Condition condition, EnsembleConfig config) {

        int id() {
            return server.id();
        }

        boolean isIn(Set<Integer> ids) {
            return ids.contains(id());
        }

        boolean serves() {
            return switch (condition) {
                case LEADER, FOLLOWER, OBSERVER -> true;
                case SILENT, LOOKING, STANDALONE -> false;
            };
        }

        boolean leads() {
            return condition == Condition.LEADER;
        }
    }

    /** What is to be done now. */
    sealed interface Next {

        /**
         * Reconfigure, if the ensemble still goes by this version.
         *
         * @param joining the line of a server
         * @param leaving the number of one
         */
        record Change(long version, Optional<String> joining, Optional<Integer> leaving) implements Next {}

        record Wait(String reason) implements Next {}

        /** It cannot be done safely as things are. */
        record Refuse(String reason) implements Next {}

        record Promoted() implements Next {}
    }

    Next next() {
        return all().stream()
                .filter(Member::leads)
                .max(Comparator.comparing(member -> member.config().version()))
                .map(this::next)
                .orElseGet(() -> new Next.Wait("The servers have no leader at the moment"));
    }

    private Next next(Member leader) {
        EnsembleConfig now = leader.config();
        return obstacle(leader, now).or(() -> delay(now)).orElseGet(() -> change(now));
    }

    private Optional<Next> obstacle(Member leader, EnsembleConfig now) {
        if (now.version() < 0) {
            return Optional.of(new Next.Refuse("Server " + leader.server().endpoint()
                    + ", which leads, does not answer to conf: allow it by 4lw.commands.whitelist"));
        }
        Set<Integer> strangers = new TreeSet<>(now.servers().keySet());
        all().forEach(member -> strangers.remove(member.id()));
        return strangers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Next.Refuse(
                                "Servers " + strangers
                                        + " belong to the ensemble, and to neither side of the plan: take them out of it, or plan again"));
    }

    private Optional<Next> delay(EnsembleConfig now) {
        Optional<Next> absent = coming.stream()
                .filter(member -> !member.serves())
                .findFirst()
                .map(member -> new Next.Wait("Server " + member.server().endpoint() + ", which comes, is "
                        + member.condition() + ": no vote changes before it serves"));
        return absent.or(() -> all().stream()
                .filter(member ->
                        coming.contains(member) || member.isIn(now.servers().keySet()))
                .filter(member -> member.serves() && member.config().version() != now.version())
                .findFirst()
                .map(member -> new Next.Wait("Server " + member.server().endpoint()
                        + " has yet to take over the ensemble's configuration; if it stays so, see that its reconfigEnabled is"
                        + " true and that it answers to conf")));
    }

    private Next change(EnsembleConfig now) {
        Optional<Member> voteless =
                coming.stream().filter(member -> !member.isIn(now.voters())).findFirst();
        if (voteless.isPresent()) {
            return admit(voteless.get(), now);
        }
        return leaving.stream()
                .filter(member -> member.isIn(now.servers().keySet()))
                .min(Comparator.comparing(Member::leads).thenComparing(Member::serves))
                .map(member -> dismiss(member, now))
                .orElseGet(Next.Promoted::new);
    }

    private Next admit(Member member, EnsembleConfig now) {
        Set<Integer> voters = now.voters();
        voters.add(member.id());
        String key = "server." + member.id();
        return ifMostAreUp(
                voters, new Next.Change(now.version(), Optional.of(key + "=" + lines.get(key)), Optional.empty()));
    }

    private Next dismiss(Member member, EnsembleConfig now) {
        Set<Integer> voters = now.voters();
        voters.remove(member.id());
        return ifMostAreUp(voters, new Next.Change(now.version(), Optional.empty(), Optional.of(member.id())));
    }

    private Next ifMostAreUp(Set<Integer> voters, Next.Change change) {
        long up = all().stream()
                .filter(member -> member.serves() && member.isIn(voters))
                .count();
        return 2 * up > voters.size()
                ? change
                : new Next.Refuse("Of the servers " + voters + ", which would vote then, " + up
                        + " are up, and no majority: bring the others back");
    }

    private List<Member> all() {
        return Stream.concat(coming.stream(), leaving.stream()).toList();
    }
}
