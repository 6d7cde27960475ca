package io.convoy.cli;

import java.util.List;

/**
 * How a demo must end.
 *
 * @param state of its run
 * @param nodes that must each hold every row of their own
 */
record DemoExpectation(String state, List<String> nodes) {

    static DemoExpectation of(boolean rollback) {
        return rollback
                ? new DemoExpectation("ROLLED_BACK", DemoSource.oldAddresses())
                : new DemoExpectation("SUCCEEDED", DemoSource.newAddresses());
    }
}
