package io.convoy.cassandra;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Orders addresses as people count: 10.0.0.9 comes before 10.0.0.10. */
final class AddressOrder {

    static final Comparator<String> BY_NUMBER =
            Comparator.comparing(AddressOrder::padded).thenComparing(text -> text);
    static final Comparator<Member> BY_RACK = Comparator.comparing(Member::datacenter)
            .thenComparing(Member::rack, BY_NUMBER)
            .thenComparing(Member::address, BY_NUMBER);

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private AddressOrder() {}

    private static String padded(String text) {
        return NUMBER.matcher(text)
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }
}
