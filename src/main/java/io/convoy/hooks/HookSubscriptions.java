package io.convoy.hooks;

import java.util.List;

/** Knows some of those who want to be told of events; asked anew each time. */
public interface HookSubscriptions {

    List<HookSubscription> standing();
}
