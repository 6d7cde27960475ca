package io.convoy.program;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/**
 * Which clusters are meant: conditions separated by {@code ;}, all of which must hold.
 *
 * <p>A condition is {@code field=value}, {@code field!=value}, either with several values separated by commas, or, for
 * {@code nodes} and {@code data}, also {@code <}, {@code <=}, {@code >} and {@code >=}. Fields are {@code name} and the words
 * of {@link Dimension}; {@code *} in a value stands for anything: {@code kind=kafka; region=aws/*; nodes<=12; data<5TiB}.
 */
public record Selector(@JsonValue String text, List<Condition> conditions) {

    public Selector {
        conditions = List.copyOf(conditions);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Selector parse(String text) {
        return new Selector(
                text,
                Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(condition -> !condition.isEmpty())
                        .map(Condition::parse)
                        .toList());
    }

    public boolean admits(Subject subject) {
        return conditions.stream().allMatch(condition -> condition.admits(subject));
    }

    @Override
    public String toString() {
        return text;
    }
}
