package io.convoy.kafka;

/** The number of one broker ({@code broker.id}, {@code node.id}). */
record BrokerId(int value) implements Comparable<BrokerId> {

    BrokerId {
        if (value < 0) {
            throw new IllegalArgumentException("A broker's id is not negative: " + value);
        }
    }

    @Override
    public int compareTo(BrokerId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
