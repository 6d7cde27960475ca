package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import io.convoy.kafka.ServerState.Condition;
import io.convoy.plan.PlannedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two ensembles of which one came out of the other have nothing to do with each other any more. As long as they do, what
 * is deleted here is deleted there.
 *
 * @param own the servers of the ensemble that shall be on its own
 * @param members who belongs to it, by the word of each of its servers: {@code /zookeeper/config} on a leader may tell of the past
 * @param states of its servers
 * @param learners the counters of its leader
 * @param heard servers of one side that have heard of what was written on the other
 */
record Separation(
        List<PlannedServer> own,
        List<EnsembleConfig> members,
        List<ServerState> states,
        Map<String, String> learners,
        List<Endpoint> heard) {

    private static final List<String> NO_LEARNERS = List.of("zk_synced_observers", "zk_synced_non_voting_followers");

    Separation {
        own = List.copyOf(own);
        members = List.copyOf(members);
        states = List.copyOf(states);
        learners = Map.copyOf(learners);
        heard = List.copyOf(heard);
    }

    /** What speaks against it; empty when it is proven. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (!heard.isEmpty()) {
            doubts.add(heard + " has heard of what was written in the other ensemble");
        }
        if (states.stream().filter(state -> state.is(Condition.LEADER)).count() != 1
                || !states.stream().allMatch(ServerState::votes)) {
            doubts.add("its servers are not one leader and its followers: "
                    + states.stream()
                            .map(state -> state.endpoint() + " " + state.condition())
                            .toList());
        }
        Set<Integer> ids = new TreeSet<>(own.stream().map(PlannedServer::id).toList());
        members.stream()
                .map(config -> config.servers().keySet())
                .filter(said -> !said.equals(ids))
                .findFirst()
                .ifPresent(said -> doubts.add(
                        said.isEmpty()
                                ? "a server of its does not answer to conf: allow it by 4lw.commands.whitelist"
                                : "by a server's own word it consists of " + said + ", not of " + ids));
        NO_LEARNERS.forEach(counter -> learners(counter)
                .filter(count -> !count.equals("0"))
                .ifPresent(count -> doubts.add("its leader has others that learn from it: " + counter + "=" + count)));
        if (own.size() > 1
                && learners("zk_synced_followers")
                        .filter(count -> count.equals(followers()))
                        .isEmpty()) {
            doubts.add("its leader does not say that it has " + followers() + " followers: "
                    + learners("zk_synced_followers").orElse("no answer to mntr"));
        }
        return doubts;
    }

    private String followers() {
        return Integer.toString(own.size() - 1);
    }

    private Optional<String> learners(String counter) {
        return Optional.ofNullable(learners.get(counter));
    }
}
