package io.convoy.lab;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/** The numbers of all rows whose write a cluster has acknowledged. */
final class AcknowledgedRows {

    private final BitSet acknowledged = new BitSet();
    private int[] inOrder = new int[1024];
    private int count;

    synchronized void add(int number) {
        if (count == inOrder.length) {
            inOrder = Arrays.copyOf(inOrder, count * 2);
        }
        inOrder[count++] = number;
        acknowledged.set(number);
    }

    synchronized int count() {
        return count;
    }

    synchronized OptionalLong any() {
        return count == 0
                ? OptionalLong.empty()
                : OptionalLong.of(inOrder[ThreadLocalRandom.current().nextInt(count)]);
    }

    synchronized BitSet copy() {
        return (BitSet) acknowledged.clone();
    }
}
