package io.convoy.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the chosen target can be reached and held. */
record TargetChecks(Sides sides) {

    List<Objection> objections(Target target, List<Course> courses) {
        List<Objection> objections = new ArrayList<>(overfull(target.balance()));
        List<PartitionId> unsafe = courses.stream()
                .filter(course -> !course.keepsMinInSync())
                .map(Course::id)
                .toList();
        if (!unsafe.isEmpty()) {
            objections.add(new Objection(
                    "Partitions that would fall under min.insync.replicas when the others are dropped,"
                            + " because replicas that stay are not in sync: "
                            + Objection.names(unsafe),
                    "Wait until those replicas have caught up"));
        }
        return objections;
    }

    private List<Objection> overfull(Balance balance) {
        Map<BrokerId, Broker> brokers = sides.all();
        List<String> overfull = balance.loads().stream()
                .filter(load -> Optional.ofNullable(brokers.get(load.broker()))
                        .flatMap(Broker::capacity)
                        .filter(most -> load.bytes().compareTo(most) > 0)
                        .isPresent())
                .map(load -> "broker " + load.broker() + " would hold " + load.bytes())
                .toList();
        return overfull.isEmpty()
                ? List.of()
                : List.of(new Objection(
                        "The destination has too little room: " + Objection.names(overfull)
                                + ", more than its capacity",
                        "Add brokers or disk to the destination, or shorten the retention before the move"));
    }
}
