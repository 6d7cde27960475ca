package io.convoy.execution;

import org.quartz.impl.jdbcjobstore.JobStoreCMT;
import org.quartz.impl.jdbcjobstore.SchedulerStateRecord;

/**
 * Quartz' job store, which gives the jobs of a dead instance to another one after 1.5 seconds of silence beyond the check-in
 * interval, not after the 7.5 seconds that are built in. See {@code docs/decisions/0007}.
 */
@SuppressWarnings("unchecked") // JobStoreCMT overrides a generic method without its type
public class SoonerTakeover extends JobStoreCMT {

    private static final long BUILT_IN_GRACE_MILLIS = 7_500;
    private static final long GRACE_MILLIS = 1_500;

    @Override
    protected long calcFailedIfAfter(SchedulerStateRecord instance) {
        return super.calcFailedIfAfter(instance) - BUILT_IN_GRACE_MILLIS + GRACE_MILLIS;
    }
}
