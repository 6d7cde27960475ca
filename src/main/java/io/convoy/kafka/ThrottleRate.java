package io.convoy.kafka;

/**
 * How fast a throttled copy may go, adapted to what the cluster can spare. Pure.
 *
 * <ol>
 *   <li>While partitions lag that are not being copied, it is halved, down to a sixteenth of the plan's rate.
 *   <li>While the copy does not advance at all, clients write as fast as it copies: it is raised, to twice the plan's rate.
 *   <li>Else it goes back to the plan's rate by a quarter at a time.
 * </ol>
 *
 * <p>A change by less than a tenth is none.
 *
 * @param planned the plan's rate in bytes a second
 * @param now the present one
 */
record ThrottleRate(long planned, long now) {

    private static final long FLOOR_PART = 16;
    private static final long CEILING_TIMES = 2;
    private static final long STEP_PART = 4;
    private static final long WORTH_PART = 10;

    ThrottleRate {
        if (planned < 1 || now < 1) {
            throw new IllegalArgumentException(
                    "Nothing is ever copied at " + planned + " or " + now + " bytes a second");
        }
    }

    /** What is felt of a copy after it has gone on for a while. */
    enum Felt {
        OTHERS_LAG,
        COPY_STANDS_STILL,
        ALL_IS_WELL
    }

    /** Where the next batch begins: what was lowered stays so, what was raised for one batch is not for another. */
    ThrottleRate forNextBatch() {
        return new ThrottleRate(planned, Math.min(planned, now));
    }

    ThrottleRate after(Felt felt) {
        long wanted =
                switch (felt) {
                    case OTHERS_LAG -> Math.min(now, Math.max(floor(), now / 2));
                    case COPY_STANDS_STILL -> Math.min(Math.max(now, planned * CEILING_TIMES), raised());
                    case ALL_IS_WELL -> now < planned ? Math.min(planned, raised()) : now;
                };
        return new ThrottleRate(planned, isWorthIt(wanted) ? wanted : now);
    }

    private long floor() {
        return Math.max(1, planned / FLOOR_PART);
    }

    private long raised() {
        return now + Math.max(1, now / STEP_PART);
    }

    private boolean isWorthIt(long wanted) {
        return Math.abs(wanted - now) * WORTH_PART >= now;
    }
}
