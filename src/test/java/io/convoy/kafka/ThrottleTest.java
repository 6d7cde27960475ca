package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final RunId RUN = new RunId(new UUID(1, 2));
    private static final ThrottleSetting ORDERS = ThrottleSetting.ofTopic("orders", ThrottleSetting.SENDING);
    private static final ThrottleSetting ORDERS_IN = ThrottleSetting.ofTopic("orders", ThrottleSetting.RECEIVING);
    private static final ThrottleSetting ONE = ThrottleSetting.ofBroker(new BrokerId(1), ThrottleSetting.SENDING_RATE);
    private static final ThrottleSetting FOUR =
            ThrottleSetting.ofBroker(new BrokerId(4), ThrottleSetting.RECEIVING_RATE);
    private static final ThrottleLists LISTS = new ThrottleLists(
            Map.of("orders", List.of("0:1", "1:1")), Map.of("orders", List.of("0:4")), Set.of(ONE, FOUR));

    @Test
    void itsEntriesComeBesideThoseOfOthersAndOnlyItsOwnGo() {
        ThrottleSettings owners = seen(Map.of(ORDERS, "1:1,9:9", ONE, "7000"));

        Throttle throttle = Throttle.of(RUN, 500, LISTS, owners);
        ThrottleSettings laid = throttle.with(owners);

        assertThat(throttle.entries()).isEqualTo(Map.of(ORDERS, List.of("0:1"), ORDERS_IN, List.of("0:4")));
        assertThat(laid.value(ORDERS)).hasValue("1:1,9:9,0:1");
        assertThat(laid.value(ORDERS_IN)).hasValue("0:4");
        assertThat(laid.value(ONE)).hasValue("500");
        assertThat(laid.value(FOUR)).hasValue("500");
        assertThat(throttle.without(laid)).isEqualTo(owners);
    }

    @Test
    void whatSomebodyAddsMeanwhileStays() {
        Throttle throttle = Throttle.of(RUN, 500, LISTS, seen(Map.of()));

        ThrottleSettings after = throttle.without(seen(Map.of(ORDERS, "0:1,5:5,1:1", ORDERS_IN, "0:4")));

        assertThat(after.value(ORDERS)).hasValue("5:5");
        assertThat(after.value(ORDERS_IN)).isEmpty();
    }

    @Test
    void whereEverythingIsThrottledAlreadyNothingIsListed() {
        Throttle throttle = Throttle.of(RUN, 500, LISTS, seen(Map.of(ORDERS, "*", ORDERS_IN, "*")));

        assertThat(throttle.entries()).isEmpty();
        assertThat(throttle.before().keySet()).containsExactlyInAnyOrder(ONE, FOUR);
    }

    @Test
    void aBrokerThatCannotBeAskedIsLeftAlone() {
        ThrottleSettings seen = new ThrottleSettings(
                Map.of(ORDERS, Optional.empty(), ORDERS_IN, Optional.empty(), ONE, Optional.of("7000")));

        Throttle throttle = Throttle.of(RUN, 500, LISTS, seen);

        assertThat(throttle.before()).isEqualTo(Map.of(ONE, Optional.of("7000")));
        assertThat(seen.changesTo(throttle.with(seen))).doesNotContainKey(FOUR);
    }

    @Test
    void theOrderOfAListIsNoChange() {
        assertThat(seen(Map.of(ORDERS, "0:1,1:1")).changesTo(seen(Map.of(ORDERS, "1:1,0:1"))))
                .isEmpty();
    }

    @Test
    void itIsForThePartitionsThatItLists() {
        Throttle throttle = Throttle.of(RUN, 500, LISTS, seen(Map.of()));

        assertThat(throttle.isFor(new PartitionId("orders", 1))).isTrue();
        assertThat(throttle.isFor(new PartitionId("orders", 11))).isFalse();
        assertThat(throttle.isFor(new PartitionId("clicks", 1))).isFalse();
    }

    @Test
    void itsTextReadsBackAsItself() {
        Throttle throttle = Throttle.of(RUN, 500, LISTS, seen(Map.of(ONE, "7000")));

        assertThat(ThrottleText.parse(RUN, 500, ThrottleText.of(throttle))).isEqualTo(throttle);
        assertThat(ThrottleText.of(throttle)).contains("BROKER 1 " + ThrottleSetting.SENDING_RATE + " 7000\n");
    }

    /** Convoy is killed after any part of any change, batch after batch: what is on record always leads back. */
    @RepeatedTest(200)
    void whateverWasDoneIsUndoneExactlyFromWhatIsOnRecord(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ThrottleSettings owners = owners(random);
        ThrottleSettings seen = owners;
        Optional<Throttle> onRecord = Optional.empty();
        for (int batch = 0; batch < 4; batch++) {
            ThrottleSettings now = seen;
            ThrottleSettings others = onRecord.map(held -> held.without(now)).orElse(now);
            Throttle next = Throttle.of(RUN, 1 + random.nextInt(1_000), lists(random), others);
            Throttle intent = onRecord.map(next::and).orElse(next);
            Map<ThrottleSetting, Optional<String>> changes = seen.changesTo(next.with(others));
            boolean killed = random.nextBoolean();
            seen = applied(seen, killed ? some(random, changes) : changes);
            onRecord = Optional.of(killed ? intent : next);
            if (!killed) {
                assertThat(seen.changesTo(next.with(next.without(seen))))
                        .as("calling twice")
                        .isEmpty();
            }
        }

        ThrottleSettings lifted = onRecord.orElseThrow().without(seen);

        assertThat(lifted.changesTo(owners)).isEmpty();
        assertThat(lifted.changesTo(onRecord.get().without(lifted)))
                .as("lifting twice")
                .isEmpty();
    }

    private static ThrottleSettings seen(Map<ThrottleSetting, String> values) {
        Map<ThrottleSetting, Optional<String>> all = new TreeMap<>();
        List.of(ORDERS, ORDERS_IN, ONE, FOUR).forEach(setting -> all.put(setting, Optional.empty()));
        values.forEach((setting, value) -> all.put(setting, Optional.of(value)));
        return new ThrottleSettings(all);
    }

    private static ThrottleSettings owners(Random random) {
        Map<ThrottleSetting, Optional<String>> values = new TreeMap<>();
        for (String key : List.of(ThrottleSetting.SENDING, ThrottleSetting.RECEIVING)) {
            for (String topic : List.of("a", "b")) {
                Optional<String> list =
                        random.nextInt(8) == 0 ? Optional.of("*") : ThrottleSettings.list(entries(random));
                values.put(ThrottleSetting.ofTopic(topic, key), list);
            }
        }
        for (int broker = 1; broker <= 3; broker++) {
            for (String key : List.of(ThrottleSetting.SENDING_RATE, ThrottleSetting.RECEIVING_RATE)) {
                values.put(
                        ThrottleSetting.ofBroker(new BrokerId(broker), key),
                        random.nextInt(3) == 0 ? Optional.of("" + random.nextInt(99)) : Optional.empty());
            }
        }
        return new ThrottleSettings(values);
    }

    private static ThrottleLists lists(Random random) {
        ThrottleSetting rate = ThrottleSetting.ofBroker(
                new BrokerId(1 + random.nextInt(3)),
                random.nextBoolean() ? ThrottleSetting.SENDING_RATE : ThrottleSetting.RECEIVING_RATE);
        return new ThrottleLists(
                Map.of("a", entries(random)), Map.of("a", entries(random), "b", entries(random)), Set.of(rate));
    }

    private static List<String> entries(Random random) {
        List<String> entries = new ArrayList<>();
        for (int partition = 0; partition < 3; partition++) {
            if (random.nextBoolean()) {
                entries.add(partition + ":" + (1 + random.nextInt(3)));
            }
        }
        return entries;
    }

    private static Map<ThrottleSetting, Optional<String>> some(
            Random random, Map<ThrottleSetting, Optional<String>> changes) {
        Map<ThrottleSetting, Optional<String>> some = new TreeMap<>(changes);
        some.keySet().removeIf(setting -> random.nextBoolean());
        return some;
    }

    private static ThrottleSettings applied(ThrottleSettings seen, Map<ThrottleSetting, Optional<String>> changes) {
        Map<ThrottleSetting, Optional<String>> values = new TreeMap<>(seen.values());
        values.putAll(changes);
        return new ThrottleSettings(values);
    }
}
