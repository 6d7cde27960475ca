package io.convoy.kafka;

/** How far brokers are from their even shares; the sum of squares weighs one far broker above many near ones. */
record Fitness(Placement placement, Shares shares) {

    /** Signed, as a part of the share. */
    double bytesAbove(int broker) {
        return relative((double) placement.bytes(broker), shares.bytes(broker));
    }

    /** Signed, as a part of the share. */
    double replicasAbove(int broker) {
        return relative(placement.replicas(broker), shares.replicas(broker));
    }

    /** Whether this broker is farther from its share of bytes than from its share of replicas. */
    boolean isAboutBytes(int broker) {
        return Math.abs(bytesAbove(broker)) >= Math.abs(replicasAbove(broker));
    }

    /** The larger of both, without sign; a count that only cannot be a fraction is no distance. */
    double distance(int broker) {
        boolean rounded = Math.abs(placement.replicas(broker) - shares.replicas(broker)) < 1;
        return Math.max(Math.abs(bytesAbove(broker)), rounded ? 0 : Math.abs(replicasAbove(broker)));
    }

    /** By how much the sum of squares grows when the broker gets so many bytes and replicas more. */
    double growth(int broker, long bytes, int replicas) {
        return growth((double) placement.bytes(broker), (double) bytes, shares.bytes(broker))
                + growth(placement.replicas(broker), replicas, shares.replicas(broker));
    }

    /** How much larger that growth is, in first approximation, for a broker that is fuller by its whole share. */
    double weight(int broker, long bytes, int replicas) {
        return 2 * (bytes / Math.max(1, shares.bytes(broker)) + replicas / Math.max(1, shares.replicas(broker)));
    }

    /** How many bytes must go from one to the other for both to be equally far from their shares. */
    double levelling(int over, int under) {
        return (bytesAbove(over) - bytesAbove(under))
                / (1 / Math.max(1, shares.bytes(over)) + 1 / Math.max(1, shares.bytes(under)));
    }

    private static double growth(double before, double more, double share) {
        return square(relative(before + more, share)) - square(relative(before, share));
    }

    private static double relative(double amount, double share) {
        return (amount - share) / Math.max(1, share);
    }

    private static double square(double number) {
        return number * number;
    }
}
