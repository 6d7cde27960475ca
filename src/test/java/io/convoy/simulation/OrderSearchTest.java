package io.convoy.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.program.Member;
import io.convoy.program.Program;
import io.convoy.program.Roster;
import io.convoy.program.Subject;
import io.convoy.program.Wave;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderSearchTest {

    private static final Program BEFORE = Program2023.program();
    private static final List<Subject> FLEET = Program2023.fleet(BEFORE.paceOrUsual());

    private static final Program FOUND = OrderSearch.soonest(BEFORE, FLEET, Program2023.BEGIN);

    @Test
    void theProgramEndsSooner() {
        assertThat(end(FOUND).end()).isBefore(end(BEFORE).end());
        assertThat(Rehearsal.of(Program2023.scenario(FOUND, Odds.NONE), 1).left())
                .isEmpty();
    }

    @Test
    void onlyTheOrderWithinWavesIsAnother() {
        Roster before = Roster.of(BEFORE, FLEET);
        Roster after = Roster.of(FOUND, FLEET);

        assertThat(FOUND.limits()).isEqualTo(BEFORE.limits());
        assertThat(FOUND.dependencies()).isEqualTo(BEFORE.dependencies());
        for (Wave wave : BEFORE.waves()) {
            assertThat(seated(after, wave, false)).containsExactlyInAnyOrderElementsOf(seated(before, wave, false));
            assertThat(seated(after, wave, true)).containsExactlyInAnyOrderElementsOf(seated(before, wave, true));
        }
    }

    @Test
    void theSameProgramGivesTheSameOrder() {
        assertThat(OrderSearch.soonest(BEFORE, FLEET, Program2023.BEGIN)).isEqualTo(FOUND);
    }

    private static Simulated end(Program program) {
        return Simulator.run(Program2023.scenario(program, Odds.NONE), 1);
    }

    private static List<Subject> seated(Roster roster, Wave wave, boolean pilots) {
        return roster.members().stream()
                .filter(member -> member.wave().name().equals(wave.name()))
                .filter(member -> !pilots || member.isPilot())
                .map(Member::subject)
                .toList();
    }
}
