package io.convoy.kafka;

/**
 * A replica that goes from one broker to another, and perhaps one that comes back for it.
 *
 * @param partition the partition that goes
 * @param back the partition that comes back, or {@link #NOTHING}
 * @param gain by how much the placement becomes better
 */
record Exchange(int from, int to, int partition, int back, double gain) {

    static final int NOTHING = -1;

    void apply(Placement placement) {
        placement.move(partition, from, to);
        if (back != NOTHING) {
            placement.move(back, to, from);
        }
    }
}
