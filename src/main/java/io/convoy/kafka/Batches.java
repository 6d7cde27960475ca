package io.convoy.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Divides partitions into batches: what is already under way first, then from large to small so that those of a batch take
 * about as long, with different brokers to copy first where that can be; internal topics last and one by one.
 */
record Batches(int size) {

    private static final Comparator<Course> ORDER = Comparator.<Course, Boolean>comparing(
                    course -> !course.now().replicas().isBeingReassigned())
            .thenComparing(course -> course.now().size(), Comparator.reverseOrder())
            .thenComparing(Course::id);

    List<List<Course>> of(Collection<Course> courses) {
        List<List<Course>> batches = new ArrayList<>(ordinary(courses));
        courses.stream()
                .filter(course -> course.id().isInternal())
                .sorted(ORDER)
                .map(List::of)
                .forEach(batches::add);
        return batches;
    }

    private List<List<Course>> ordinary(Collection<Course> courses) {
        Map<BrokerId, Deque<Course>> lanes = new TreeMap<>();
        courses.stream()
                .filter(course -> !course.id().isInternal())
                .sorted(ORDER)
                .forEach(course -> lanes.computeIfAbsent(course.leader(), ignored -> new ArrayDeque<>())
                        .add(course));
        PriorityQueue<Deque<Course>> open = new PriorityQueue<>(Comparator.comparing(Deque::getFirst, ORDER));
        open.addAll(lanes.values());
        List<List<Course>> batches = new ArrayList<>();
        while (!open.isEmpty()) {
            batches.add(next(open));
        }
        return batches;
    }

    /** One of each lane, the lane with the foremost first; a second one of a lane only when all lanes have had their turn. */
    private List<Course> next(PriorityQueue<Deque<Course>> open) {
        List<Course> batch = new ArrayList<>();
        while (batch.size() < size && !open.isEmpty()) {
            List<Deque<Course>> used = new ArrayList<>();
            while (batch.size() < size && !open.isEmpty()) {
                Deque<Course> lane = open.remove();
                batch.add(lane.remove());
                used.add(lane);
            }
            used.stream().filter(lane -> !lane.isEmpty()).forEach(open::add);
        }
        return batch;
    }
}
