package io.convoy.kafka;

import java.util.List;

/**
 * How the replicas of a cluster get from where they are to where they shall be.
 *
 * @param settled where every partition comes from and goes to; keep it, and hand it to every later planning of this move
 * @param moves what is still to be done, in this order
 * @param forecast what that copies
 * @param balance how evenly it loads the destination
 */
record ReassignmentPlan(Settled settled, List<Move> moves, Forecast forecast, Balance balance) {

    ReassignmentPlan {
        moves = List.copyOf(moves);
    }

    boolean isComplete() {
        return moves.isEmpty();
    }
}
