package io.convoy.history;

import static io.convoy.history.Plots.AFTER;
import static io.convoy.history.Plots.BACK;
import static io.convoy.history.Plots.FROZEN;
import static io.convoy.history.Plots.HASTY;
import static io.convoy.history.Plots.NIGHTLY;
import static io.convoy.history.Plots.OFFICE_HOURS;
import static io.convoy.history.Plots.PILOTS;
import static io.convoy.history.Plots.SLOW;
import static io.convoy.history.Plots.twoWaves;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Stories in which something starts, or begins, that may not: the rule, the words that tell of it, the story. */
final class BrokenStarts {

    private BrokenStarts() {}

    static Stream<Arguments> all() {
        return Stream.of(
                planted("approval", "no plan of it was approved", Story.ofAny().start("a")),
                planted(
                        "approval",
                        "approval was withdrawn by entry 4",
                        Story.ofAny("a")
                                .say("plan.approval-withdrawn", "cluster:a", Map.of("digest", "plan-of-a"))
                                .start("a")),
                planted(
                        "approval",
                        "the plan that is approved is other",
                        Story.ofAny()
                                .say("plan.approved", "cluster:a", Map.of("digest", "other"))
                                .start("a")),
                planted(
                        "approval",
                        "created for plan",
                        Story.ofAny("a").create("a").admit("a", "pilot", Map.of("plan", "x"))),
                planted(
                        "again",
                        "has moved by entry 7",
                        Story.ofAny("a").move("a").start("a")),
                planted(
                        "again",
                        "is skipped since entry 4",
                        Story.ofAny("a")
                                .say("cluster.skipped", "a", Map.of("reason", "no"))
                                .start("a")),
                planted(
                        "hold",
                        "starts under the hold on program that was set by entry 4",
                        Story.ofAny("a")
                                .say("hold.set", "program", Map.of("reason", "x", "until", ""))
                                .start("a")),
                planted(
                        "hold",
                        "begins step one under the hold on region:aws/eu",
                        Story.ofAny("a")
                                .start("a")
                                .say(
                                        "hold.set",
                                        "region:aws/eu",
                                        Map.of("reason", "x", "until", "2026-03-02T09:00:00Z"))
                                .begin("a", "one")),
                planted(
                        "hold",
                        "wave:pilot",
                        Story.ofAny("a")
                                .start("a")
                                .say("hold.set", "wave:pilot", Map.of("reason", "x", "until", ""))
                                .begin("a", "one", BACK)),
                planted(
                        "wave",
                        "which nobody has started",
                        new Story()
                                .program("{'waves':[{'name':'pilot','clusters':['a']}]}")
                                .approve("a")
                                .start("a")),
                planted(
                        "wave",
                        "stood since entry 4",
                        Story.ofAny("a").say("wave.paused", "pilot", Map.of()).start("a")),
                planted(
                        "wave",
                        "is in wave pilot",
                        Story.ofAny("a").say("wave.started", "x", Map.of()).start("a", "x", Map.of())),
                planted(
                        "wave",
                        "which begins 2026-04-01",
                        Story.of(
                                        "{'waves':[{'name':'pilot','clusters':['a'],'notBefore':'2026-04-01T00:00:00Z'}]}",
                                        "a")
                                .start("a")),
                planted(
                        "wave-order",
                        "b of wave pilot, which comes first, has not ended",
                        twoWaves().move("a").later(Duration.ofHours(3)).start("c", "rest", Map.of())),
                planted(
                        "wave-order",
                        "wave pilot soaks until",
                        twoWaves()
                                .move("a")
                                .move("b")
                                .later(Duration.ofHours(1))
                                .start("c", "rest", Map.of())),
                planted(
                        "pilots",
                        "a, a pilot of wave pilot, has not ended",
                        Story.of(PILOTS, "a", "b").start("b")),
                planted(
                        "pilots",
                        "soaks until",
                        Story.of(PILOTS, "a", "b").move("a").start("b")),
                planted(
                        "dependency",
                        "starts before a",
                        Story.of(AFTER, "a", "b").start("a").start("b")),
                planted(
                        "dependency",
                        "b, which comes after it",
                        Story.of(AFTER, "a", "b").start("b").start("a")),
                planted(
                        "window",
                        "outside its windows",
                        Story.of(OFFICE_HOURS, "a").at("2026-03-02T07:59:00Z").start("a")),
                planted(
                        "window",
                        "begins step one, which may take PT2H, until after its window, which ends 2026-03-02T16:00",
                        Story.of(OFFICE_HOURS, "a")
                                .start("a")
                                .at("2026-03-02T14:30:00Z")
                                .begin("a", "one", SLOW)),
                planted(
                        "window",
                        "begins step one, which may take PT1H, until after its window",
                        Story.of(OFFICE_HOURS, "a")
                                .start("a")
                                .at("2026-03-02T15:01:00Z")
                                .begin("a", "one", HASTY)),
                planted(
                        "window",
                        "outside its windows",
                        Story.of(NIGHTLY, "a").at("2026-03-03T04:00:00Z").start("a")),
                planted(
                        "window",
                        "in freeze easter",
                        Story.of(FROZEN, "a").at("2026-03-04T23:59:00Z").start("a")),
                planted(
                        "window",
                        "in freeze easter",
                        Story.of(FROZEN, "a")
                                .at("2026-03-02T22:30:00Z")
                                .start("a")
                                .begin("a", "one", SLOW)));
    }

    private static Arguments planted(String rule, String words, Story story) {
        return Arguments.of(rule, words, story);
    }
}
