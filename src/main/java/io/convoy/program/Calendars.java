package io.convoy.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The open times of each cluster; clusters of the same windows and freezes share one. */
final class Calendars {

    private final List<Window> windows;
    private final List<Freeze> freezes;
    private final Map<List<Object>, OpenTimes> shared = new HashMap<>();

    Calendars(List<Window> windows, List<Freeze> freezes) {
        this.windows = windows;
        this.freezes = freezes;
    }

    OpenTimes of(Subject subject) {
        List<Window> open =
                windows.stream().filter(window -> window.isFor(subject)).toList();
        List<Freeze> closed =
                freezes.stream().filter(freeze -> freeze.isFor(subject)).toList();
        return open.isEmpty() && closed.isEmpty()
                ? OpenTimes.ALWAYS
                : shared.computeIfAbsent(List.of(open, closed), key -> new OpenTimes(open, closed));
    }
}
