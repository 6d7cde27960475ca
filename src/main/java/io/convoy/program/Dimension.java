package io.convoy.program;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What clusters have in common, so that a limit can count them together: {@code region}, {@code team}, {@code label:app} … */
public record Dimension(@JsonValue String word) {

    private static final String WORDS = "fleet|kind|provider|region|zone|customer|environment|tier|team|zookeeper|link";
    private static final Pattern FORM = Pattern.compile(WORDS + "|label:\\S+");

    public static final Dimension FLEET = new Dimension("fleet");
    public static final Dimension KIND = new Dimension("kind");
    public static final Dimension PROVIDER = new Dimension("provider");
    public static final Dimension REGION = new Dimension("region");
    public static final Dimension ZONE = new Dimension("zone");
    public static final Dimension CUSTOMER = new Dimension("customer");
    public static final Dimension ENVIRONMENT = new Dimension("environment");
    public static final Dimension TIER = new Dimension("tier");
    public static final Dimension TEAM = new Dimension("team");
    public static final Dimension ZOOKEEPER = new Dimension("zookeeper");
    public static final Dimension LINK = new Dimension("link");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Dimension {
        if (!FORM.matcher(word).matches()) {
            throw new IllegalArgumentException("'" + word + "' is nothing that clusters are counted by: write one of "
                    + WORDS.replace("|", ", ") + " or label:NAME");
        }
    }

    public static Dimension label(String name) {
        return new Dimension("label:" + name);
    }

    @Override
    public String toString() {
        return word;
    }
}
