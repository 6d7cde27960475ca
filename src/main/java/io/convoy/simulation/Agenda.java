package io.convoy.simulation;

import java.time.Instant;
import java.util.PriorityQueue;

/** The virtual clock and what happens when: by the second, and within one in the order in which it was arranged. */
final class Agenda {

    static final long NEVER = Long.MAX_VALUE;

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long arranged;
    private long second;
    private Instant now;

    private record Entry(long at, long number, Runnable what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    Agenda(Instant begin) {
        second = secondOf(begin);
        now = Instant.ofEpochSecond(second);
    }

    /** The first full second that is not before the instant. */
    static long secondOf(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }

    Instant now() {
        return now;
    }

    long second() {
        return second;
    }

    void in(long seconds, Runnable what) {
        at(second + seconds, what);
    }

    void at(long when, Runnable what) {
        entries.add(new Entry(Math.max(when, second), arranged++, what));
    }

    long next() {
        Entry first = entries.peek();
        return first == null ? NEVER : first.at();
    }

    /** Sets the clock and carries out what is due, and what that arranges for the same second. */
    void goTo(long when) {
        second = when;
        now = Instant.ofEpochSecond(when);
        while (next() <= when) {
            entries.remove().what().run();
        }
    }
}
