package io.convoy.api;

import io.convoy.base.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for with {@code limit=} and {@code after=}.
 *
 * @param after the key of the last item already seen
 */
record Paging(int limit, Optional<String> after) {

    static final int USUAL = 100;
    static final int MOST = 1000;

    static Paging of(@Nullable String limit, @Nullable String after) {
        return new Paging(
                Optional.ofNullable(limit).map(Paging::parse).orElse(USUAL),
                Optional.ofNullable(after).filter(key -> !key.isEmpty()));
    }

    private static int parse(String limit) {
        if (!limit.matches("\\d{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw Refusal.invalidAt("", "limit is a number from 1 to " + MOST);
        }
        return Integer.parseInt(limit);
    }

    /** The page of a list in which every item has a key of its own; an unknown {@code after} begins anew. */
    <T> Page<T> of(List<T> all, Function<T, String> key) {
        int start = after.map(seen -> indexAfter(all, key, seen)).orElse(0);
        int end = Math.min(all.size(), start + limit);
        List<T> items = all.subList(start, end);
        return new Page<>(items, end < all.size() && end > start ? key.apply(all.get(end - 1)) : null);
    }

    private static <T> int indexAfter(List<T> all, Function<T, String> key, String seen) {
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(seen)) {
                return i + 1;
            }
        }
        return 0;
    }
}
