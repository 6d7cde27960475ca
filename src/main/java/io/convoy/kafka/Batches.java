package io.convoy.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Divides partitions into batches: what is already under way first, then from large to small so that those of a batch take
 * about as long, with different brokers to copy first where that can be; internal topics last and one by one.
 */
record Batches(int size) {

    /**
     * As batches need them.
     *
     * @param first the topic whose partitions come right after what is under way
     */
    static List<Course> inOrder(Collection<Course> courses, Optional<String> first) {
        return courses.stream().sorted(order(first)).toList();
    }

    private static Comparator<Course> order(Optional<String> first) {
        return Comparator.<Course, Boolean>comparing(
                        course -> !course.now().replicas().isBeingReassigned())
                .thenComparing(course -> !first.equals(Optional.of(course.id().topic())))
                .thenComparing(course -> course.now().size(), Comparator.reverseOrder())
                .thenComparing(Course::id);
    }

    List<List<Course>> of(List<Course> inOrder) {
        List<List<Course>> batches = new ArrayList<>(ordinary(inOrder));
        inOrder.stream()
                .filter(course -> course.id().isInternal())
                .map(List::of)
                .forEach(batches::add);
        return batches;
    }

    private List<List<Course>> ordinary(List<Course> inOrder) {
        PriorityQueue<Deque<Integer>> open = new PriorityQueue<>(Comparator.comparing(Deque::getFirst));
        open.addAll(lanes(inOrder));
        List<List<Course>> batches = new ArrayList<>();
        while (!open.isEmpty()) {
            batches.add(next(open).stream().map(inOrder::get).toList());
        }
        return batches;
    }

    /** The places in the order of what each broker is to copy first. */
    private static Collection<Deque<Integer>> lanes(List<Course> inOrder) {
        Map<BrokerId, Deque<Integer>> lanes = new TreeMap<>();
        for (int place = 0; place < inOrder.size(); place++) {
            Course course = inOrder.get(place);
            if (!course.id().isInternal()) {
                lanes.computeIfAbsent(course.leader(), ignored -> new ArrayDeque<>())
                        .add(place);
            }
        }
        return lanes.values();
    }

    /** One of each lane, the lane with the foremost first; a second one of a lane only when all lanes have had their turn. */
    private List<Integer> next(PriorityQueue<Deque<Integer>> open) {
        List<Integer> batch = new ArrayList<>();
        while (batch.size() < size && !open.isEmpty()) {
            List<Deque<Integer>> used = new ArrayList<>();
            while (batch.size() < size && !open.isEmpty()) {
                Deque<Integer> lane = open.remove();
                batch.add(lane.remove());
                used.add(lane);
            }
            used.stream().filter(lane -> !lane.isEmpty()).forEach(open::add);
        }
        return batch;
    }
}
