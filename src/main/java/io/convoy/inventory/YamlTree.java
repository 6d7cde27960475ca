package io.convoy.inventory;

import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Reads YAML 1.2 event by event, so that nothing is expanded and nothing recurses. Refused plainly: aliases and anchors,
 * tags other than the core ones, keys that are not a single value, a second document.
 */
final class YamlTree {

    private static final String CORE_TAG = "tag:yaml.org,2002:";
    private static final Set<String> CORE_TAGS = Set.of("str", "int", "float", "bool", "null", "map", "seq");
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final Problems problems;
    private final TreeBuilder tree;
    private int documents;
    private boolean incomplete;

    private YamlTree(Problems problems, int deepest) {
        this.problems = problems;
        this.tree = new TreeBuilder(problems, deepest);
    }

    static Item read(String text, Problems problems, int deepest) {
        YamlTree reader = new YamlTree(problems, deepest);
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            new Parse(settings).parseString(text).forEach(reader::accept);
        } catch (MarkedYamlEngineException e) {
            throw problems.refusal(reader.placeOf(e), reader.explanationOf(e));
        } catch (ReaderException e) {
            throw problems.refusal(
                    reader.placeOf(text, e.getPosition()),
                    "The file holds the control character U+" + String.format("%04X", e.getCodePoint())
                            + ": remove it");
        }
        if (reader.incomplete) {
            throw problems.refusal();
        }
        return reader.tree
                .root()
                .orElseThrow(() -> problems.refusal(Place.root(1, 1), "The file holds comments only: it is empty"));
    }

    private void accept(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> startDocument(event);
            case Alias -> alias((AliasEvent) event);
            case Scalar -> scalar((ScalarEvent) event);
            case MappingStart -> startMapping((MappingStartEvent) event);
            case SequenceStart -> startSequence((SequenceStartEvent) event);
            case MappingEnd, SequenceEnd -> tree.end();
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    private void startDocument(Event event) {
        documents++;
        if (documents > 1) {
            throw problems.refusal(
                    Place.root(line(event), column(event)),
                    "A second document starts here: an inventory is one document, import each on its own");
        }
    }

    private void alias(AliasEvent event) {
        report(event, "'*" + event.getAlias() + "' is an alias: write the value out, or put it into 'defaults'");
        incomplete = true;
        takeNothing(event);
    }

    private void scalar(ScalarEvent event) {
        checkAnchorAndTag(event, event.getTag());
        boolean nothing = event.isPlain() && NOTHING.contains(event.getValue());
        if (nothing) {
            takeNothing(event);
        } else if (tree.expectsKey()) {
            tree.key(line(event), column(event), event.getValue());
        } else {
            tree.scalar(line(event), column(event), event.getValue());
        }
    }

    private void takeNothing(Event event) {
        if (tree.expectsKey()) {
            tree.key(line(event), column(event), "");
        } else {
            tree.nothing(line(event), column(event));
        }
    }

    private void startMapping(MappingStartEvent event) {
        checkKey(event);
        checkAnchorAndTag(event, event.getTag());
        tree.startMapping(line(event), column(event));
    }

    private void startSequence(SequenceStartEvent event) {
        checkKey(event);
        checkAnchorAndTag(event, event.getTag());
        tree.startSequence(line(event), column(event));
    }

    private void checkKey(Event event) {
        if (tree.expectsKey()) {
            throw problems.refusal(
                    Place.root(line(event), column(event)), "A key is a single word here, not a list or a mapping");
        }
    }

    private void checkAnchorAndTag(NodeEvent event, Optional<String> tag) {
        event.getAnchor()
                .ifPresent(anchor ->
                        report(event, "'&" + anchor + "' is an anchor: remove it, and write out what it is used for"));
        tag.filter(given -> !isCore(given))
                .ifPresent(given -> report(event, "Tag " + Quoted.of(given) + " means nothing here: remove it"));
    }

    private static boolean isCore(String tag) {
        return tag.equals("!") || (tag.startsWith(CORE_TAG) && CORE_TAGS.contains(tag.substring(CORE_TAG.length())));
    }

    private void report(Event event, String message) {
        problems.add(Place.root(line(event), column(event)), message);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
    }

    private Place placeOf(MarkedYamlEngineException e) {
        return e.getProblemMark()
                .or(e::getContextMark)
                .map(mark -> Place.root(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.root(1, 1));
    }

    /** The parser's own words without its excerpt of the file, which may hold a secret. */
    private String explanationOf(MarkedYamlEngineException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return "This is not YAML: " + context + e.getProblem();
    }

    private Place placeOf(String text, int index) {
        String before = text.substring(0, Math.min(index, text.length()));
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return Place.root(line, before.length() - before.lastIndexOf('\n'));
    }
}
