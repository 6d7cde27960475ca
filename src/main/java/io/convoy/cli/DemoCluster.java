package io.convoy.cli;

import java.util.List;
import java.util.Map;

/** One cluster that the demo moves. */
interface DemoCluster {

    /** As the inventory names it. */
    String name();

    /** Environment variables that the inventory's references name. */
    Map<String, String> secrets();

    /** Begins to use it, as applications would. */
    DemoUsers use(ConvoyClient convoy);

    /** What a look that has nothing to do with Convoy finds wrong after the move, or after its rollback. */
    default List<String> independentLook(boolean rolledBack) {
        return List.of();
    }
}
