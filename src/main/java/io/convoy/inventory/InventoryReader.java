package io.convoy.inventory;

import io.convoy.base.ByteSize;
import io.convoy.base.Refusal;

/**
 * Turns a file into a fleet: bytes, text, tree, model. All of its mistakes come back in one {@link Refusal}, each with line,
 * column and JSON pointer.
 */
public final class InventoryReader {

    /** Deeper than any inventory, and far from what would hurt. */
    static final int DEEPEST = 30;

    private final ByteSize largestFile;

    public InventoryReader(ByteSize largestFile) {
        this.largestFile = largestFile;
    }

    /**
     * Reads a fleet.
     *
     * @param fleet names the fleet of a file that cannot, which is CSV; other formats name it themselves
     */
    public Fleet read(byte[] file, ImportFormat format, String fleet) {
        Problems problems = new Problems();
        return new InventoryBinder(problems).bind(tree(SourceText.decode(file, largestFile), format, fleet, problems));
    }

    private static Item tree(String text, ImportFormat format, String fleet, Problems problems) {
        return switch (format) {
            case YAML -> YamlTree.read(text, problems, DEEPEST);
            case JSON -> JsonTree.read(text, problems, DEEPEST);
            case CSV -> CsvTree.read(text, fleet, problems);
        };
    }
}
