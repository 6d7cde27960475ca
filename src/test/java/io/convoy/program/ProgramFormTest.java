package io.convoy.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramFormTest {

    private static final String FULL = """
            apiVersion: convoy/v1
            kind: Program
            limits:
              clusters: 8
              onCall: {people: 3, clustersEach: 2}
              rules:
                - {by: region, only: aws/us-east-1, clusters: 3}
                - {by: link, bytesPerSecond: 400MiB}
                - {by: "label:customer", nodes: 40, pastReturn: 1}
            windows:
              - {name: nights, select: "tier=gold; nodes>3", timeZone: Europe/Berlin, days: [MONDAY], from: "22:00", to: "04:00"}
              - {name: weekends, cron: "0 6 * * 6", lasts: PT12H}
            freezes:
              - {name: year-end, timeZone: Asia/Tokyo, from: 2026-12-20, to: 2027-01-05, reason: closing}
            waves:
              - {name: pilots, clusters: [a, b], pilots: 1, soak: P2D, clusterSoak: PT6H, failures: {count: 0}}
              - {name: rest, select: "kind=kafka", order: LONGEST_FIRST, after: [pilots], notBefore: 2026-12-01T00:00:00Z}
            dependencies:
              - {clusters: kind=cassandra, after: kind=kafka, sharing: "label:app"}
            failures: {share: 0.1}
            pace: {bytesPerSecondPerNode: 30MiB, preparation: PT1H}
            """;

    @Test
    void whatIsReadIsWhatWasWritten() {
        Program program = ProgramForm.read(FULL);

        assertThat(ProgramForm.read(ProgramForm.json(program))).isEqualTo(program);
        assertThat(ProgramForm.read(ProgramForm.yaml(program))).isEqualTo(program);
    }

    @Test
    void anEmptyProgramMovesOneClusterAtATime() {
        assertThat(ProgramForm.read("{}")).isEqualTo(Program.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "limits: {clutsers: 2}|/limits/clutsers|There is no 'clutsers' here: write one of clusters, onCall, rules",
                "limits: {clusters: 0}|/limits/clusters|A limit of 0 would never let anything move: 1 or more",
                "limits: {rules: [{by: colour, clusters: 1}]}|/limits/rules/0/by|'colour' is nothing that clusters are counted by",
                "limits: {rules: [{by: region}]}|/limits/rules/0|It bounds nothing: give clusters, nodes",
                "windows: [{name: n, timeZone: Mars/Olympus, from: '1:00', to: '2:00'}]|/windows/0/timeZone|'Mars/Olympus' does not fit here: write a time zone",
                "windows: [{name: n, from: '22:00'}]|/windows/0|Window 'n' says either from and to",
                "windows: [{name: n, cron: '61 * * * *', lasts: PT1H}]|/windows/0|",
                "freezes: [{name: f, from: 2026-12-02, to: 2026-12-01}]|/freezes/0|Freeze 'f' ends (2026-12-01) before it begins",
                "waves: [{name: one, select: 'colour=red'}]|/waves/0/select|'colour' is nothing that clusters are counted by",
                "waves: [{name: one, select: 'nodes<many'}]|/waves/0/select|'many' is not a number of nodes",
                "waves: [{name: one, after: [two]}]|/waves/0/after|There is no wave 'two'",
                "waves: [{name: a, after: [b]}, {name: b, after: [a]}]|/waves/0/after|These waves come after each other",
                "waves: [{name: a, clusters: [x]}, {name: b, clusters: [x]}]|/waves/1/clusters|Cluster 'x' is in two waves",
                "failures: {share: 1.5}|/failures/share|From 0 to 1, not 1.5",
                "waves: [{name: a, soak: soon}]|/waves/0/soak|'soon' does not fit here: write a length of time",
            })
    void whatIsWrongIsSaidWithItsPlace(String text, String pointer, String message) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ProgramForm.read(text));

        assertThat(refusal.problems()).isNotEmpty();
        Problem problem = refusal.problems().get(0);
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.message()).startsWith(message == null ? "" : message).doesNotContain("java.");
    }
}
