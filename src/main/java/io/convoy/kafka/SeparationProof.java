package io.convoy.kafka;

import io.convoy.base.RunId;
import io.convoy.inventory.Endpoint;
import io.convoy.plan.PlannedServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out on the servers themselves whether two ensembles hear of each other; leaves nothing behind. */
record SeparationProof(List<PlannedServer> own, List<Endpoint> others, RunId run) {

    Separation look() {
        List<Endpoint> servers = own.stream().map(PlannedServer::at).toList();
        List<Endpoint> heard = Stream.concat(
                        hear("own", servers, others).stream(), hear("other", others, servers).stream())
                .toList();
        return standing(own, heard);
    }

    /** How an ensemble stands, as its servers say of themselves. */
    static Separation standing(List<PlannedServer> own, List<Endpoint> heard) {
        List<Endpoint> servers = own.stream().map(PlannedServer::at).toList();
        List<ServerState> states = servers.stream().map(ServerWords::state).toList();
        Map<String, String> learners = states.stream()
                .filter(state -> state.is(ServerState.Condition.LEADER))
                .findFirst()
                .map(leader -> ServerWords.counters(leader.endpoint()))
                .orElse(Map.of());
        return new Separation(own, servers.stream().map(ServerWords::membership).toList(), states, learners, heard);
    }

    /** Which servers over there see a znode that is written here, after each has caught up with its leader. */
    private List<Endpoint> hear(String side, List<Endpoint> here, List<Endpoint> there) {
        String probe = "/convoy-probe-" + side + "-" + run;
        try (MetadataTree tree = MetadataTree.of(here)) {
            tree.put(probe);
            return there.stream().filter(server -> sees(server, probe)).toList();
        }
    }

    private static boolean sees(Endpoint server, String probe) {
        try (MetadataTree tree = MetadataTree.of(server)) {
            tree.sync();
            return tree.exists(probe);
        }
    }
}
