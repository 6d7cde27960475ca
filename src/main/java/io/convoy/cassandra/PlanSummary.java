package io.convoy.cassandra;

import java.util.List;

/** A plan in a few sentences. */
final class PlanSummary {

    private PlanSummary() {}

    static String of(Move move) {
        String target = move.targetName();
        int nodes = move.targetNodes().size();
        String begin = "Datacenter " + target + " (" + nodes + " nodes, "
                + move.target().provider() + " "
                + move.target().region() + ") joins cluster " + move.cluster().name() + " beside " + move.source()
                + " ("
                + move.sourceNodes().size() + " nodes), gets every keyspace, is filled from " + move.source()
                + " and compared with it.";
        return begin + end(move) + others(move);
    }

    private static String end(Move move) {
        if (!move.replaces()) {
            return " Nothing is taken away: the clients go on as they are.";
        }
        return " Then the clients move over, it is proved that none is left behind, and " + move.source()
                + " leaves. Until then both datacenters serve, and everything can be taken back.";
    }

    private static String others(Move move) {
        List<String> others = move.presentDatacenters().stream()
                .filter(datacenter -> !datacenter.equals(move.source()))
                .toList();
        return others.isEmpty() ? "" : " " + String.join(", ", others) + " stays as it is.";
    }
}
