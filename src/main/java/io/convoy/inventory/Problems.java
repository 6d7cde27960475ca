package io.convoy.inventory;

import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Everything that is wrong with one file, gathered so that its author can mend all of it at once. */
final class Problems {

    /** Nobody mends more in one go, and an answer has to end. */
    static final int MOST_LISTED = 1000;

    private static final Comparator<Problem> IN_ORDER_OF_THE_FILE =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    /** A wrong default is met again in every cluster that inherits it: it is one problem. */
    private final Set<Problem> listed = new LinkedHashSet<>();

    private int count;

    void add(Place place, String message) {
        count++;
        if (listed.size() < MOST_LISTED) {
            listed.add(place.problem(message));
        }
    }

    /** How many were added so far: whoever builds from parts compares it with the number before the parts. */
    int count() {
        return count;
    }

    /** The value, or a problem at the place when the value's own type refuses it. */
    <T> Optional<T> attempt(Place place, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            add(place, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    Refusal refusal(Place place, String message) {
        add(place, message);
        return refusal();
    }

    Refusal refusal() {
        List<Problem> sorted = new ArrayList<>(listed);
        sorted.sort(IN_ORDER_OF_THE_FILE);
        String number = sorted.size() == 1 ? "1 problem" : sorted.size() + " problems";
        String more = listed.size() == MOST_LISTED ? ", and perhaps more behind them" : "";
        return Refusal.invalid("The inventory has " + number + more + "; nothing of it is stored", sorted);
    }

    void throwIfAny() {
        if (count > 0) {
            throw refusal();
        }
    }
}
