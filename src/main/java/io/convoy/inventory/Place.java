package io.convoy.inventory;

import io.convoy.base.Problem;
import org.jspecify.annotations.Nullable;

/** Where in a file something stands; the JSON pointer is spelled out only when somebody asks. */
record Place(int line, int column, @Nullable Place parent, String token) {

    static Place root(int line, int column) {
        return new Place(line, column, null, "");
    }

    Place child(int childLine, int childColumn, String childToken) {
        return new Place(childLine, childColumn, this, childToken);
    }

    /** The same spot in the file under another name, for what has a name and no text of its own. */
    Place child(String childToken) {
        return child(line, column, childToken);
    }

    String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    Problem problem(String message) {
        return new Problem(line, column, pointer(), message);
    }
}
