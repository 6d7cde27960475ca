package io.convoy.kafka;

import io.convoy.base.RunId;

/** Knows what has become of the run that has set a throttle. */
interface ThrottleOwner {

    /** Who sees to the throttle. */
    enum Standing {
        /** Its run goes on, and sees to it itself. */
        GOES_ON,
        /** Its run stands still; the copy goes on by itself, and when it has ended nobody needs the throttle. */
        RESTS,
        /** Its run is over or gone. */
        IS_OVER
    }

    Standing of(RunId run);
}
