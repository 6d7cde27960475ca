package io.convoy.inventory;

import java.util.Map;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes keys and values as YAML that people like to read: what holds single values only goes on one line. */
final class YamlText {

    private static final int WIDTH = 160;

    private YamlText() {}

    static String of(Map<String, ?> tree) {
        DumpSettings settings = DumpSettings.builder()
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setWidth(WIDTH)
                .setDereferenceAliases(true)
                .setSchema(new CoreSchema())
                .build();
        Node root = new StandardRepresenter(settings).represent(tree);
        arrange(root);
        return new Present(settings)
                .emitToString(new Serialize(settings).serializeOne(root).iterator());
    }

    /** Chooses the style of everything below a node; answers how many levels that is. */
    private static int arrange(Node node) {
        int below = 0;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                below = Math.max(below, arrange(tuple.getValueNode()) + 1);
            }
        }
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                below = Math.max(below, arrange(item) + 1);
            }
        }
        if (node instanceof CollectionNode<?> collection) {
            collection.setFlowStyle(below <= 1 ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        return below;
    }
}
