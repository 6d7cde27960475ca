package io.convoy.kafka;

import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.plan.PlannedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Whether an ensemble's votes can be handed over to the new servers, so that it goes on as one; if not, these part with it. Pure.
 *
 * @param leaving who votes now; unknown where the inventory alone speaks against it
 * @param objections what speaks against it
 */
record Promotion(List<PlannedServer> leaving, List<Objection> objections) {

    Promotion {
        leaving = List.copyOf(leaving);
        objections = List.copyOf(objections);
    }

    /**
     * An ensemble, as its servers say of themselves.
     *
     * @param silent those of the inventory that do not say it
     * @param servers the others, by their number
     * @param configs by which these run
     * @param foreign paths of znodes of others
     */
    record Seen(
            List<Endpoint> silent,
            SortedMap<Integer, Endpoint> servers,
            List<EnsembleConfig> configs,
            List<String> foreign) {

        /** Servers that belong to it, and that the inventory does not name. */
        Set<Integer> unnamed() {
            Set<Integer> unnamed = new TreeSet<>();
            configs.forEach(config -> unnamed.addAll(config.servers().keySet()));
            unnamed.removeAll(servers.keySet());
            return unnamed;
        }

        /** Who is elected tells a version to all, and those keep it that go by reconfigurations. */
        boolean isOfOneMind() {
            return configs.stream().map(EnsembleConfig::version).distinct().count() == 1;
        }
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

    /** As far as its servers say. */
    static Promotion of(Seen seen) {
        List<Objection> objections = new ArrayList<>();
        if (!seen.silent().isEmpty()) {
            objections.add(new Objection(
                    "How they run is not said by " + Objection.names(seen.silent()),
                    "Allow conf, cons and mntr there by 4lw.commands.whitelist."));
        } else if (!seen.isOfOneMind()) {
            objections.add(
                    new Objection(
                            "Not all of its servers go by reconfigurations",
                            "Give each of metadata.servers reconfigEnabled=true and restart them one by one, the leader last."));
        }
        if (!seen.unnamed().isEmpty()) {
            objections.add(new Objection(
                    "The ensemble has servers that metadata.servers does not name: " + seen.unnamed(), "Name them."));
        }
        if (seen.configs().stream().anyMatch(EnsembleConfig::isWeighed)) {
            objections.add(new Objection(
                    "Its votes have weights or groups", "None: ZooKeeper does not change these server by server."));
        }
        if (!seen.foreign().isEmpty()) {
            objections.add(new Objection(
                    "It holds what is not this cluster's, under " + Objection.names(seen.foreign()),
                    "See whose that is, and delete it if nobody needs it."));
        }
        return new Promotion(leaving(seen), objections);
    }

    Promotion but(List<Objection> more) {
        List<Objection> all = new ArrayList<>(objections);
        all.addAll(more);
        return new Promotion(leaving, all);
    }

    private static List<PlannedServer> leaving(Seen seen) {
        return seen.servers().entrySet().stream()
                .map(server -> new PlannedServer(
                        server.getKey(),
                        MetadataServers.SOFTWARE + "-" + server.getKey(),
                        server.getValue().toString()))
                .toList();
    }
}
