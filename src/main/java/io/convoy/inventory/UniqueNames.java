package io.convoy.inventory;

import java.util.HashMap;
import java.util.Map;

/** The datacenters, nodes and addresses met so far in one cluster; each may be there once. */
final class UniqueNames {

    private final Problems problems;
    private final Map<String, Place> seen = new HashMap<>();

    UniqueNames(Problems problems) {
        this.problems = problems;
    }

    void datacenter(String name, Place place) {
        once("Datacenter '" + name + "'", place);
    }

    void node(Node node, Place place) {
        once("Node '" + node.name() + "'", place);
        node.address().ifPresent(address -> once("Address " + address, place));
    }

    private void once(String what, Place place) {
        Place earlier = seen.putIfAbsent(what, place);
        if (earlier != null) {
            problems.add(place, what + " is in this cluster already, in line " + earlier.line());
        }
    }
}
