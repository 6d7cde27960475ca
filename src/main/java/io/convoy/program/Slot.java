package io.convoy.program;

/** A bound for one value of its dimension: what is counted together. */
record Slot(Bound bound, String value) {

    String words() {
        return bound.words(value);
    }
}
