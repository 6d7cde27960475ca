package io.convoy.program;

/**
 * A bound for one value of its dimension: what is counted together.
 *
 * @param words for people
 */
record Slot(Bound bound, String value, String words) {

    static Slot of(Bound bound, String value) {
        return new Slot(bound, value, bound.words(value));
    }
}
