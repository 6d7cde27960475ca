package io.convoy.lab;

import java.util.List;
import java.util.Map;

/** A server's command line, without the mark of its launch, and what to add to the environment. */
record ServerCommand(List<String> java, List<String> afterMark, Map<String, String> environment) {

    ServerCommand {
        java = List.copyOf(java);
        afterMark = List.copyOf(afterMark);
        environment = Map.copyOf(environment);
    }
}
