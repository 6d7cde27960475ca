package io.convoy.hooks;

import io.convoy.hooks.NodeGuard.Setting;
import java.util.List;
import java.util.Set;

/**
 * What came of giving nodes their own settings again.
 *
 * @param unrestored nodes that answered and still have other settings
 * @param unreachable nodes that did not answer
 */
record Restoration(List<NodeGuard> unrestored, List<NodeGuard> unreachable) {

    static final Restoration NOTHING = new Restoration(List.of(), List.of());

    Restoration {
        unrestored = List.copyOf(unrestored);
        unreachable = List.copyOf(unreachable);
    }

    static Restoration of(List<Setting> wanted, List<NodeGuard> seen) {
        Set<Setting> expected = Set.copyOf(wanted);
        return new Restoration(
                seen.stream().filter(node -> differs(node, expected)).toList(),
                seen.stream().filter(node -> node.unreachable().isPresent()).toList());
    }

    private static boolean differs(NodeGuard node, Set<Setting> expected) {
        return node.unreachable().isEmpty()
                && expected.stream()
                        .filter(setting -> setting.node().equals(node.node()))
                        .anyMatch(setting -> !node.settings().contains(setting));
    }

    List<String> unreachableNames() {
        return unreachable.stream().map(NodeGuard::node).toList();
    }
}
