package io.convoy.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each value of each bound a number. */
final class Slots {

    private final List<Bound> bounds;
    private final Pace pace;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<Slot, Integer> numbers = new HashMap<>();

    Slots(List<Bound> bounds, Pace pace) {
        this.bounds = bounds;
        this.pace = pace;
    }

    List<Member.Share> sharesOf(Subject subject) {
        List<Member.Share> shares = new ArrayList<>();
        for (Bound bound : bounds) {
            for (String value : subject.traits().in(bound.by())) {
                if (bound.governs(value)) {
                    shares.add(new Member.Share(
                            number(Slot.of(bound, value)), bound.measure().taken(subject, pace)));
                }
            }
        }
        return shares;
    }

    List<Slot> all() {
        return slots;
    }

    private int number(Slot slot) {
        return numbers.computeIfAbsent(slot, added -> {
            slots.add(added);
            return slots.size() - 1;
        });
    }
}
