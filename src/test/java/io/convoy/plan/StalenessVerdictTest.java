package io.convoy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.plan.Fact.Weight;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StalenessVerdictTest {

    private static final Fact LOAD = new Fact("load", "1GiB", Weight.INFORMATIVE);
    private static final Fact VERSION = new Fact("version", "5.0.8", Weight.REVIEW);
    private static final Fact NODES = new Fact("nodes", "3", Weight.BINDING);
    private static final List<Fact> THEN = List.of(LOAD, VERSION, NODES);

    static Stream<Arguments> changes() {
        Fact moreLoad = new Fact("load", "2GiB", Weight.INFORMATIVE);
        Fact newVersion = new Fact("version", "5.0.9", Weight.REVIEW);
        Fact keyspace = new Fact("keyspace.new", "three", Weight.BINDING);
        return Stream.of(
                Arguments.of(List.of(LOAD, VERSION, NODES), StalenessVerdict.Fresh.class),
                Arguments.of(List.of(NODES, LOAD, VERSION), StalenessVerdict.Fresh.class),
                Arguments.of(List.of(moreLoad, VERSION, NODES), StalenessVerdict.StillSafe.class),
                Arguments.of(List.of(moreLoad, newVersion, NODES), StalenessVerdict.NeedsApproval.class),
                Arguments.of(List.of(LOAD, VERSION, NODES, keyspace), StalenessVerdict.MustPlanAgain.class),
                Arguments.of(List.of(LOAD, VERSION), StalenessVerdict.MustPlanAgain.class));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theGravestChangeDecides(List<Fact> now, Class<? extends StalenessVerdict> expected) {
        assertThat(StalenessVerdict.of(THEN, now)).isInstanceOf(expected);
    }

    @Test
    void eachChangeNamesTheFactAndBothValues() {
        StalenessVerdict verdict =
                StalenessVerdict.of(THEN, List.of(LOAD, new Fact("version", "5.0.9", Weight.REVIEW)));

        assertThat(verdict.changed())
                .containsExactly(
                        new FactChange("version", Optional.of("5.0.8"), Optional.of("5.0.9"), Weight.REVIEW),
                        new FactChange("nodes", Optional.of("3"), Optional.empty(), Weight.BINDING));
        assertThat(verdict.objection())
                .contains("the cluster has changed since it was planned (version: was '5.0.8', is"
                        + " '5.0.9'; nodes: was '3', is gone): plan it again");
    }

    @Test
    void aPlanThatIsStillSafeMeetsNoObjection() {
        assertThat(StalenessVerdict.of(THEN, List.of(VERSION, NODES)).objection())
                .isEmpty();
    }

    @Test
    void aLongListOfChangesIsCutShort() {
        List<Fact> many = IntStream.range(0, 9)
                .mapToObj(i -> new Fact("f" + i, "x", Weight.BINDING))
                .toList();

        assertThat(StalenessVerdict.of(many, List.of()).objection())
                .hasValueSatisfying(text -> assertThat(text).contains("; and 4 more)"));
    }
}
