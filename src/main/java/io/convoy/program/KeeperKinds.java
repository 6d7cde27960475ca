package io.convoy.program;

import java.util.Locale;

/** The names of keepers' kinds, each made once: a simulation asks for them very often. */
final class KeeperKinds {

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        }
    };

    private KeeperKinds() {}

    /** For example {@code AT_LIMIT} for {@link Keeper.AtLimit}. */
    static String of(Class<? extends Keeper> type) {
        return NAMES.get(type);
    }
}
