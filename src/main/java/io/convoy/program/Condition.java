package io.convoy.program;

import io.convoy.base.ByteSize;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One condition of a {@link Selector}. */
record Condition(String field, Comparison comparison, List<String> values) {

    private static final Pattern FORM = Pattern.compile("(\\S+?)\\s*(!=|<=|>=|=|<|>)\\s*(.+)");
    private static final Set<String> NUMBERS = Set.of("nodes", "data");

    /** How a field is compared. */
    enum Comparison {
        IS("="),
        IS_NOT("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        static Comparison of(String sign) {
            return Arrays.stream(values())
                    .filter(one -> one.sign.equals(sign))
                    .findFirst()
                    .orElseThrow();
        }

        boolean holds(int order) {
            return switch (this) {
                case IS -> order == 0;
                case IS_NOT -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    Condition {
        values = List.copyOf(values);
    }

    /** Throws {@link IllegalArgumentException} that says what is wrong with the text. */
    static Condition parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a condition: write kind=kafka, region!=aws/us-east-1, nodes<=12 or data<5TiB");
        }
        String field = matcher.group(1);
        List<String> values =
                Arrays.stream(matcher.group(3).split(",")).map(String::strip).toList();
        Condition condition = new Condition(field, Comparison.of(matcher.group(2)), values);
        condition.check(text);
        return condition;
    }

    private void check(String text) {
        if (NUMBERS.contains(field)) {
            values.forEach(this::amount);
            return;
        }
        if (comparison != Comparison.IS && comparison != Comparison.IS_NOT) {
            throw new IllegalArgumentException("'" + text + "': only nodes and data are more or less than something");
        }
        if (!field.equals("name")) {
            new Dimension(field);
        }
    }

    boolean admits(Subject subject) {
        if (NUMBERS.contains(field)) {
            long is = field.equals("nodes") ? subject.nodes() : subject.dataBytes();
            return values.stream().anyMatch(value -> comparison.holds(Long.compare(is, amount(value))));
        }
        boolean among = words(subject).stream().anyMatch(word -> values.stream().anyMatch(value -> fits(word, value)));
        return comparison == Comparison.IS ? among : !among;
    }

    private Set<String> words(Subject subject) {
        return field.equals("name")
                ? Set.of(subject.name().value())
                : subject.traits().in(new Dimension(field));
    }

    private long amount(String value) {
        if (field.equals("data")) {
            return ByteSize.parse(value).bytes();
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + value + "' is not a number of nodes", e);
        }
    }

    private static boolean fits(String word, String value) {
        if (value.indexOf('*') < 0) {
            return word.equals(value);
        }
        String pattern =
                Arrays.stream(value.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return word.matches(pattern);
    }
}
