package io.convoy.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.jspecify.annotations.Nullable;

/**
 * Whether brokers count requests by client id. They do so for all clients as soon as a single client id has a quota of any
 * size, so the one whose quota it is may be Convoy itself: nobody else is bound by anything.
 */
final class ClientNaming {

    private static final String KEY = "request_percentage";

    /** A broker with a thousand threads could not spend so much on one client; also how Convoy knows its own quota again. */
    private static final double NEVER_REACHED = 1_000_000;

    private static final ClientQuotaEntity CONVOY =
            new ClientQuotaEntity(Map.of(ClientQuotaEntity.CLIENT_ID, KafkaLinks.CLIENT_ID));

    private final Admin admin;
    private final KafkaLook.Answers answers;

    ClientNaming(Admin admin, KafkaLook.Answers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    /** A quota that somebody else gave Convoy does as well, and stays. */
    void set(boolean named) {
        Optional<Double> standing = standing();
        if (named && standing.isEmpty()) {
            alter(NEVER_REACHED);
        } else if (!named && standing.equals(Optional.of(NEVER_REACHED))) {
            alter(null);
        }
    }

    private Optional<Double> standing() {
        ClientQuotaFilter own = ClientQuotaFilter.containsOnly(
                List.of(ClientQuotaFilterComponent.ofEntity(ClientQuotaEntity.CLIENT_ID, KafkaLinks.CLIENT_ID)));
        Map<ClientQuotaEntity, Map<String, Double>> quotas =
                answers.of(admin.describeClientQuotas(own).entities(), "describing Convoy's quota");
        return Optional.ofNullable(quotas.getOrDefault(CONVOY, Map.of()).get(KEY));
    }

    private void alter(@Nullable Double limit) {
        ClientQuotaAlteration change =
                new ClientQuotaAlteration(CONVOY, List.of(new ClientQuotaAlteration.Op(KEY, limit)));
        answers.of(admin.alterClientQuotas(List.of(change)).all(), "changing Convoy's quota");
    }

    @Override
    public String toString() {
        return KEY + "=" + standing().map(Object::toString).orElse("none") + " for " + KafkaLinks.CLIENT_ID;
    }
}
