package io.convoy.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;

/** The consumer groups of a cluster: classic ones and those of the newer protocol. */
final class LiveGroups {

    private LiveGroups() {}

    static Map<String, ConsumerGroupDescription> described(Admin admin, KafkaLook.Answers answers) {
        var listing = admin.listGroups(ListGroupsOptions.forConsumerGroups()).all();
        List<String> names = answers.of(listing, "listing groups").stream()
                .map(GroupListing::groupId)
                .toList();
        return answers.of(admin.describeConsumerGroups(names).all(), "describing groups");
    }
}
