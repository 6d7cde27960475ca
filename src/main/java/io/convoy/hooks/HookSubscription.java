package io.convoy.hooks;

import io.convoy.base.Problem;
import io.convoy.base.SecretReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wish to be told of events.
 *
 * @param url of the receiver; the reference is also the subscription's name, which there is once
 * @param events words such as {@code run.succeeded}, {@code run.*} or {@code *}
 * @param secret of the keys that sign; the server's own where empty
 */
public record HookSubscription(SecretReference url, List<String> events, Optional<SecretReference> secret) {

    public HookSubscription {
        events = List.copyOf(events);
    }

    /** What is wrong with it, for whoever hands it in; {@code pointer} says where it stands. */
    public List<Problem> problems(String pointer) {
        List<Problem> problems = new ArrayList<>();
        if (events.isEmpty()) {
            problems.add(Problem.at(pointer + "/events", "Name at least one event, or \"*\""));
        }
        for (int i = 0; i < events.size(); i++) {
            String wish = events.get(i);
            if (Arrays.stream(EventType.values()).noneMatch(type -> type.matches(wish))) {
                problems.add(Problem.at(
                        pointer + "/events/" + i,
                        "There is no event '" + wish + "': write *, run.*, step.*, wave.*, or one of "
                                + String.join(", ", EventType.words())));
            }
        }
        return problems;
    }

    boolean wants(EventType type) {
        return events.stream().anyMatch(type::matches);
    }

    /** What this one and another of the same receiver wish for. */
    HookSubscription and(HookSubscription other) {
        List<String> both =
                Stream.concat(events.stream(), other.events.stream()).distinct().toList();
        return new HookSubscription(url, both, secret.or(other::secret));
    }

    HookReceiver receiver() {
        return new HookReceiver(url, secret);
    }
}
