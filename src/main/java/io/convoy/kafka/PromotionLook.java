package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.kafka.Promotion.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out whether an ensemble would hand its votes over; changes nothing. */
final class PromotionLook {

    private PromotionLook() {}

    /** Asks nobody where the inventory speaks against it, or the ensemble is ill: then the plan is blocked anyway. */
    static Promotion at(KafkaMetadata source, EnsembleView view) {
        Promotion byInventory = Promotion.byInventory(source);
        if (!byInventory.isPossible()) {
            return byInventory;
        }
        if (!view.ill().isEmpty()) {
            return byInventory.but(List.of(new Objection("Not all of its servers vote", "Bring them back.")));
        }
        Promotion promotion = Promotion.of(seen(source));
        return promotion.isPossible()
                ? promotion.but(refusals(source, source.credentials().orElseThrow()))
                : promotion;
    }

    private static Seen seen(KafkaMetadata source) {
        List<Endpoint> silent = new ArrayList<>();
        SortedMap<Integer, Endpoint> servers = new TreeMap<>();
        List<EnsembleConfig> configs = new ArrayList<>();
        for (Endpoint server : source.servers()) {
            OptionalInt number = ServerWords.number(server);
            if (number.isPresent()) {
                servers.put(number.getAsInt(), server);
                configs.add(ServerWords.membership(server));
            } else {
                silent.add(server);
            }
        }
        return new Seen(silent, servers, configs, foreign(source));
    }

    private static List<String> foreign(KafkaMetadata source) {
        try (MetadataTree tree = MetadataTree.of(source.servers())) {
            return ForeignZnodes.of(tree, source.chroot().orElse("/"));
        }
    }

    /** Each of them may be the one that is asked in the end. */
    private static List<Objection> refusals(KafkaMetadata source, SecretReference credentials) {
        List<Objection> refusals = new ArrayList<>();
        for (Endpoint server : source.servers()) {
            try (EnsembleAdmin admin = EnsembleAdmin.of(List.of(server), credentials)) {
                admin.objection()
                        .filter(objection -> !refusals.contains(objection))
                        .ifPresent(refusals::add);
            } catch (NotLetInException e) {
                return List.of(new Objection(String.valueOf(e.getMessage()), "Correct that, then plan again."));
            }
        }
        return refusals;
    }
}
