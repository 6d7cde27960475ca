package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.nodestatus.ClusterStatus;
import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The version of a status that a client knows already, from {@code If-None-Match} or {@code since=}.
 *
 * @param fromTag whether an unchanged status is to be answered with 304
 */
record KnownVersion(Optional<Long> version, boolean fromTag) {

    static KnownVersion of(@Nullable String since, @Nullable String ifNoneMatch) {
        Optional<Long> tagged = Optional.ofNullable(ifNoneMatch).flatMap(KnownVersion::inTag);
        Optional<Long> asked = Optional.ofNullable(since).map(KnownVersion::parse);
        return new KnownVersion(asked.or(() -> tagged), tagged.isPresent());
    }

    /** Weak, since two answers of one version may differ in {@code asOf}. */
    static EntityTag tag(ClusterStatus status) {
        return new EntityTag(String.valueOf(status.version()), true);
    }

    private static Optional<Long> inTag(String header) {
        return Arrays.stream(header.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                .filter(tag -> tag.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private static long parse(String since) {
        if (!since.matches("\\d{1,18}")) {
            throw Refusal.invalidAt("", "since is the version of a status that you have");
        }
        return Long.parseLong(since);
    }

    boolean isUnchanged(ClusterStatus status) {
        return fromTag && version.filter(known -> known == status.version()).isPresent();
    }

    /** No version is negative: a client that knows none is answered at once. */
    long orNone() {
        return version.orElse(-1L);
    }
}
