package io.convoy.program;

import io.convoy.base.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/** What a hold keeps still, as its text says: {@code program}, {@code wave:NAME}, {@code cluster:NAME} or {@code region:PROVIDER/REGION}. */
public record HoldScope(String value) {

    private static final Pattern FORM = Pattern.compile("program|wave:[^/]+|cluster:[^/]+|region:[^/]+/[^/]+");

    public static HoldScope parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.invalid(
                    "'" + text + "' is not a scope: write program, wave:NAME, cluster:NAME or region:PROVIDER/REGION",
                    List.of());
        }
        return new HoldScope(text);
    }

    boolean covers(Member member) {
        return value.equals("program")
                || value.equals("wave:" + member.wave().name())
                || value.equals("cluster:" + member.cluster())
                || member.subject().traits().in(Dimension.REGION).stream()
                        .anyMatch(region -> value.equals("region:" + region));
    }

    @Override
    public String toString() {
        return value;
    }
}
