package io.convoy.cli;

import com.fasterxml.jackson.databind.node.DoubleNode;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** A bar that grows while programs are simulated, where a person looks on. */
final class SimulationProgress {

    private static final int STEPS = 50;

    private final PrintWriter out;
    private final int all;
    private final boolean draws = Terminal.isInteractive();
    private final AtomicInteger done = new AtomicInteger();

    SimulationProgress(PrintWriter out, int all) {
        this.out = out;
        this.all = all;
    }

    void one() {
        int now = done.incrementAndGet();
        if (draws && now % Math.max(1, all / STEPS) == 0) {
            draw(now);
        }
    }

    private synchronized void draw(int now) {
        out.print(
                "\r" + ProgressBoard.bar(DoubleNode.valueOf((double) now / all)) + "  " + all + " simulated programs");
        out.flush();
    }

    void finish() {
        if (draws) {
            out.print("\r\u001b[K");
        }
    }
}
