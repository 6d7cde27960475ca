package io.convoy.history;

import io.convoy.base.ByteSize;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which clusters a selector of the program's document meant. */
record SelectorThen(List<Predicate<SubjectThen>> conditions) {

    static final SelectorThen ALL = new SelectorThen(List.of());

    private static final Pattern CONDITION = Pattern.compile("([^\\s!<>=]+)\\s*(!=|<=|>=|=|<|>)\\s*(.+)");

    SelectorThen {
        conditions = List.copyOf(conditions);
    }

    static SelectorThen read(String text) {
        return new SelectorThen(Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(condition -> !condition.isEmpty())
                .map(SelectorThen::condition)
                .toList());
    }

    boolean admits(SubjectThen subject) {
        return conditions.stream().allMatch(condition -> condition.test(subject));
    }

    private static Predicate<SubjectThen> condition(String text) {
        Matcher parts = CONDITION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no condition");
        }
        String sign = parts.group(2);
        List<String> values =
                Arrays.stream(parts.group(3).split(",")).map(String::strip).toList();
        return switch (parts.group(1)) {
            case "nodes" -> among(values, value -> subject -> compare(subject.nodes(), sign, Long.parseLong(value)));
            case "data" ->
                among(values, value -> {
                    long bytes = ByteSize.parse(value).bytes();
                    return subject -> compare(subject.dataBytes(), sign, bytes);
                });
            case "name" -> words(sign, values, subject -> Set.of(subject.name()));
            default -> words(sign, values, subject -> subject.in(parts.group(1)));
        };
    }

    private static Predicate<SubjectThen> among(
            List<String> values, java.util.function.Function<String, Predicate<SubjectThen>> condition) {
        return values.stream().map(condition).reduce(subject -> false, Predicate::or);
    }

    private static Predicate<SubjectThen> words(
            String sign, List<String> values, java.util.function.Function<SubjectThen, Set<String>> words) {
        List<Predicate<String>> patterns =
                values.stream().map(SelectorThen::pattern).toList();
        Predicate<SubjectThen> among = subject -> words.apply(subject).stream()
                .anyMatch(word -> patterns.stream().anyMatch(pattern -> pattern.test(word)));
        return sign.equals("!=") ? among.negate() : among;
    }

    private static Predicate<String> pattern(String value) {
        return value.contains("*")
                ? Pattern.compile("\\Q" + value.replace("*", "\\E.*\\Q") + "\\E")
                        .asMatchPredicate()
                : value::equals;
    }

    private static boolean compare(long is, String sign, long bound) {
        return switch (sign) {
            case "=" -> is == bound;
            case "!=" -> is != bound;
            case "<" -> is < bound;
            case "<=" -> is <= bound;
            case ">" -> is > bound;
            default -> is >= bound;
        };
    }
}
