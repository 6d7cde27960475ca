package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out whether an ensemble would hand its votes over; changes nothing. */
final class PromotionLook {

    private PromotionLook() {}

    /** @param seen an ensemble that may be ill: then nobody asks it */
    static Promotion at(KafkaMetadata source, EnsembleView seen) {
        Promotion byInventory = Promotion.byInventory(source);
        if (!byInventory.isPossible() || seen.config().servers().isEmpty()) {
            return byInventory;
        }
        if (!seen.ill().isEmpty()) {
            return byInventory.but(List.of(new Objection("Not all of its servers vote", "Bring them back.")));
        }
        Promotion promotion = Promotion.seen(source, seen.config(), numbers(source.servers()), foreign(source));
        return promotion.isPossible()
                ? promotion.but(refusals(
                        source.servers(), seen.config(), source.credentials().orElseThrow()))
                : promotion;
    }

    private static SortedMap<Integer, Endpoint> numbers(List<Endpoint> servers) {
        SortedMap<Integer, Endpoint> numbers = new TreeMap<>();
        servers.forEach(server -> ServerWords.number(server).ifPresent(number -> numbers.put(number, server)));
        return numbers;
    }

    private static List<String> foreign(KafkaMetadata source) {
        try (MetadataTree tree = MetadataTree.of(source.servers())) {
            return ForeignZnodes.of(tree, source.chroot().orElse("/"));
        }
    }

    /** Each of them may be the one that is asked in the end. */
    private static List<Objection> refusals(
            List<Endpoint> servers, EnsembleConfig config, SecretReference credentials) {
        String line = config.line(config.servers().firstKey());
        List<Objection> refusals = new ArrayList<>();
        for (Endpoint server : servers) {
            try (EnsembleAdmin admin = EnsembleAdmin.of(List.of(server), credentials)) {
                admin.objection(line)
                        .filter(objection -> !refusals.contains(objection))
                        .ifPresent(refusals::add);
            } catch (NotLetInException e) {
                return List.of(new Objection(String.valueOf(e.getMessage()), "Correct that, then plan again."));
            }
        }
        return refusals;
    }
}
