package io.convoy.base;

/** The name of one step, unique in its plan, for example {@code 040-replicate-orders}. */
public record StepId(String value) {

    public StepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A step has an id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
