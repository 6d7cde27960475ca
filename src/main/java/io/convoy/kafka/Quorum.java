package io.convoy.kafka;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;
import org.apache.kafka.common.Uuid;

/**
 * The KRaft controllers of a cluster. Looked at apart from the rest: whoever watches brokers and partitions shall not wait for
 * an election.
 *
 * @param leader the active one's id
 * @param endpoints where it listens to the others
 */
record Quorum(int leader, List<Learner> voters, List<Learner> observers, Set<RaftVoterEndpoint> endpoints) {

    Quorum {
        voters = List.copyOf(voters);
        observers = List.copyOf(observers);
        endpoints = Set.copyOf(endpoints);
    }

    /** A controller that follows the metadata, with a vote or without; its directory tells it from a namesake. */
    record Learner(int id, Uuid directory) {}

    Optional<Learner> observer(int id) {
        return observers.stream().filter(learner -> learner.id() == id).findFirst();
    }

    List<Integer> voterIds() {
        return voters.stream().map(Learner::id).sorted().toList();
    }

    /** Whether its voters stand in the configuration of each and cannot be changed while it runs. */
    boolean isStatic() {
        return voters.stream().anyMatch(voter -> voter.directory().equals(Uuid.ZERO_UUID));
    }
}
