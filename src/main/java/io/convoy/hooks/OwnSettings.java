package io.convoy.hooks;

import io.convoy.hooks.NodeGuard.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each node's settings are to be after a freeze. */
final class OwnSettings {

    private OwnSettings() {}

    /**
     * The remembered settings, and for every node that is bound without anything being remembered of it, those of its
     * neighbours: it joined or came back in the instant between looking and binding.
     */
    static List<Setting> forNodes(List<Setting> remembered, List<NodeGuard> present) {
        Set<String> known = remembered.stream().map(Setting::node).collect(Collectors.toSet());
        Map<String, String> usual = usual(remembered);
        List<Setting> all = new ArrayList<>(remembered);
        present.stream()
                .filter(node -> node.enforced() && !known.contains(node.node()))
                .forEach(node -> usual.forEach((name, value) -> all.add(new Setting(node.node(), name, value))));
        return List.copyOf(all);
    }

    private static Map<String, String> usual(List<Setting> remembered) {
        Map<String, String> usual = new LinkedHashMap<>();
        remembered.forEach(setting -> usual.putIfAbsent(setting.name(), setting.value()));
        return usual;
    }
}
