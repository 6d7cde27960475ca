package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.plan.PlannedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether an ensemble's votes can be handed over to the new servers, so that it goes on as one; if not, these part with it. Pure.
 *
 * @param leaving who votes now; unknown where there are objections
 * @param objections what speaks against it
 */
record Promotion(List<PlannedServer> leaving, List<Objection> objections) {

    Promotion {
        leaving = List.copyOf(leaving);
        objections = List.copyOf(objections);
    }

    boolean isPossible() {
        return objections.isEmpty();
    }

    /** As far as the inventory says. */
    static Promotion byInventory(KafkaMetadata source) {
        List<Objection> objections = new ArrayList<>();
        if (!source.sharedWith().isEmpty()) {
            objections.add(new Objection(
                    "The ensemble stays for " + Objection.names(source.sharedWith()),
                    "Let the last cluster that needs it move by itself, with nobody left in metadata.sharedWith."));
        }
        if (source.credentials().isEmpty()) {
            objections.add(
                    new Objection(
                            "metadata.credentials names no super user of ZooKeeper",
                            "Name a reference to its user:password, and give the servers reconfigEnabled=true and its superDigest."));
        }
        return new Promotion(List.of(), objections);
    }

    /**
     * @param numbers of the servers that the inventory names, by their own word; without those that did not say
     * @param foreign paths of znodes of others
     */
    static Promotion seen(
            KafkaMetadata source, EnsembleConfig config, Map<Integer, Endpoint> numbers, List<String> foreign) {
        List<Objection> objections = new ArrayList<>();
        if (numbers.size() < source.servers().size()) {
            objections.add(new Objection(
                    "Not every server of metadata.servers says its number",
                    "Allow conf, cons and mntr by 4lw.commands.whitelist on each of them."));
        }
        Set<Integer> unnamed = new TreeSet<>(config.servers().keySet());
        unnamed.removeAll(numbers.keySet());
        if (!unnamed.isEmpty()) {
            objections.add(new Objection(
                    "The ensemble has servers that metadata.servers does not name: " + unnamed, "Name them."));
        }
        if (config.isWeighed()) {
            objections.add(new Objection(
                    "Its votes have weights or groups", "ZooKeeper does not change these server by server."));
        }
        if (!foreign.isEmpty()) {
            objections.add(new Objection(
                    "It holds what is not this cluster's, under " + Objection.names(foreign),
                    "See whose that is, and delete it if nobody needs it."));
        }
        return new Promotion(servers(numbers), objections);
    }

    Promotion but(List<Objection> more) {
        List<Objection> all = new ArrayList<>(objections);
        all.addAll(more);
        return new Promotion(leaving, all);
    }

    private static List<PlannedServer> servers(Map<Integer, Endpoint> numbers) {
        return numbers.entrySet().stream()
                .map(server -> new PlannedServer(
                        server.getKey(),
                        MetadataServers.SOFTWARE + "-" + server.getKey(),
                        server.getValue().toString()))
                .toList();
    }
}
