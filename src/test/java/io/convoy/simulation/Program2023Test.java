package io.convoy.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.Refusal;
import io.convoy.program.Pace;
import io.convoy.program.Program;
import io.convoy.program.ProgramForm;
import io.convoy.program.Roster;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class Program2023Test {

    private static final Instant NINE_MONTHS_LATER = Instant.parse("2023-12-01T00:00:00Z");

    @Test
    void movesTheWholeFleetInNineMonths() {
        Rehearsal expected = Rehearsal.of(Program2023.scenario(Program2023.program(), Odds.NONE), 1);

        assertThat(expected.left()).isEmpty();
        assertThat(expected.outcome().roster().size()).isEqualTo(212);
        assertThat(expected.outcome().end()).isBetween(Instant.parse("2023-10-15T00:00:00Z"), NINE_MONTHS_LATER);
        assertThat(FleetLimit.mostAtOnce(expected.outcome().roster(), expected.acts()))
                .isBetween(5, 10);
    }

    @Test
    void itsCriticalChainLeadsFromTheBeginToTheEnd() {
        Rehearsal expected = Rehearsal.of(Program2023.scenario(Program2023.program(), Odds.NONE), 1);
        List<ChainLink> chain = expected.chain();

        assertThat(chain.get(0).start()).isBefore(Program2023.BEGIN.plusSeconds(86_400));
        assertThat(chain.get(chain.size() - 1).end())
                .isEqualTo(expected.outcome().end());
        for (int place = 1; place < chain.size(); place++) {
            assertThat(chain.get(place).start())
                    .isAfterOrEqualTo(chain.get(place - 1).end());
        }
        assertThat(expected.gantt()).startsWith("<svg").contains("checkout").endsWith("</svg>\n");
    }

    @Test
    void itsForecastIsTheSameForTheSameSeed() {
        Scenario scenario = Program2023.scenario(Program2023.program(), Odds.USUAL);

        Forecast forecast = Forecast.of(scenario, 40, 3, () -> {});

        assertThat(forecast).isEqualTo(Forecast.of(scenario, 40, 3, () -> {}));
        assertThat(forecast.end().p50()).isBeforeOrEqualTo(forecast.end().p80());
        assertThat(forecast.end().p80()).isBeforeOrEqualTo(forecast.end().p90());
        assertThat(forecast.waves().keySet()).startsWith("pilots").hasSize(6);
    }

    @Test
    void whatIfChangesOneThing() {
        Program program = Program2023.program();

        assertThat(WhatIf.changed(program, "limits.clusters=12").limits().clusters())
                .contains(12);
        assertThat(WhatIf.changed(program, "freezes=[]").freezes()).isEmpty();
        assertThatThrownBy(() -> WhatIf.changed(program, "waves.77.soak=P1D"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no '77'");
        assertThatThrownBy(() -> WhatIf.changed(program, "limits.clusters=0")).isInstanceOf(Refusal.class);
    }

    @Test
    void aProposalTakesEachClusterAndEnds() {
        Program proposed = Proposal.of(Program2023.fleet(Pace.USUAL));
        Simulated simulated = Simulator.run(Program2023.scenario(proposed, Odds.NONE), 1);

        assertThat(ProgramForm.read(ProgramForm.yaml(proposed))).isEqualTo(proposed);
        assertThat(simulated.roster().size()).isEqualTo(212);
        assertThat(simulated.left()).isEmpty();
        assertThat(sharedZooKeepersInSeveralWaves(simulated.roster())).isEmpty();
    }

    private static List<String> sharedZooKeepersInSeveralWaves(Roster roster) {
        return roster.members().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        member -> member.subject()
                                .traits()
                                .in(io.convoy.program.Dimension.ZOOKEEPER)
                                .toString(),
                        java.util.stream.Collectors.mapping(
                                member -> member.wave().name(), java.util.stream.Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(entry ->
                        !entry.getKey().equals("[]") && entry.getValue().size() > 1)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
