package io.convoy.lab;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs as a process of its own, starts one node and waits to be killed. */
public final class AbandoningOwner {

    static final DatacenterLayout LAYOUT = DatacenterLayout.first("abandoned", "dc1", "127.12.1", 1);

    private AbandoningOwner() {}

    public static void main(String[] arguments) throws InterruptedException {
        Lab lab = Lab.open(LabHome.standard(), Path.of(arguments[0]));
        lab.cassandra(LAYOUT.cluster(), LAYOUT.orders()).start();
        new CountDownLatch(1).await();
    }
}
