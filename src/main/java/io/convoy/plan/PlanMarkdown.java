package io.convoy.plan;

import io.convoy.base.Digest;
import io.convoy.base.StepId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A change plan as its reviewer reads it. */
public final class PlanMarkdown {

    private final ChangePlan plan;
    private final PlanPhases phases;
    private final StringBuilder page = new StringBuilder();

    private PlanMarkdown(ChangePlan plan) {
        this.plan = plan;
        this.phases = PlanPhases.of(plan);
    }

    /** GitHub-flavoured Markdown with a Mermaid picture; the same plan gives the same bytes. */
    public static String of(ChangePlan plan) {
        PlanMarkdown markdown = new PlanMarkdown(plan);
        markdown.head();
        markdown.findings();
        markdown.steps();
        markdown.rollback();
        markdown.clients();
        markdown.beyond();
        markdown.facts();
        return markdown.page.toString();
    }

    private void head() {
        Digest digest = PlanForm.digest(plan);
        line("# Change plan: " + plan.cluster());
        line(plan.summary());
        table(
                List.of("", ""),
                List.of(
                        List.of("fleet", plan.fleet()),
                        List.of("cluster", plan.cluster().value()),
                        List.of("strategy", "`" + plan.strategy() + "`"),
                        List.of(
                                "steps",
                                plan.steps().size() + " in " + phases.all().size() + " phases"),
                        List.of("expected to take", DurationWords.of(plan.expected())),
                        List.of("point of no return", pointOfNoReturn()),
                        List.of("state", state()),
                        List.of("digest", "`" + digest + "`")));
        line(
                plan.isBlocked()
                        ? "It cannot be approved as it is: remove the causes of the blockers, then plan again."
                        : "To approve this very plan: `./convoy approve " + plan.cluster() + " --digest " + digest
                                + "`");
        if (!plan.steps().isEmpty()) {
            line(phases.picture());
        }
    }

    private String pointOfNoReturn() {
        return plan.pointOfNoReturn()
                .map(id -> "`" + id + "`, after about " + DurationWords.of(phases.expectedBefore(id)))
                .orElse("none: everything can be taken back");
    }

    private String state() {
        long blockers = count(Finding.Severity.BLOCKER);
        long warnings = count(Finding.Severity.WARNING);
        return (blockers == 0 ? "can be approved" : "**blocked** by " + blockers + " findings") + ", " + warnings
                + " warnings";
    }

    private long count(Finding.Severity severity) {
        return plan.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private void findings() {
        line("## What was found");
        if (plan.findings().isEmpty()) {
            line("Nothing that a reviewer would have to know.");
            return;
        }
        table(
                List.of("", "About", "What is so", "What to do"),
                plan.findings().stream()
                        .map(finding -> List.of(
                                mark(finding.severity()), finding.subject(), finding.message(), finding.remedy()))
                        .toList());
    }

    private static String mark(Finding.Severity severity) {
        return switch (severity) {
            case NOTE -> "note";
            case WARNING -> "⚠ warning";
            case BLOCKER -> "⛔ **blocker**";
        };
    }

    private void steps() {
        line("## The steps");
        for (PlanPhases.Phase phase : phases.all()) {
            line("### " + phase.number() + ". " + phase.heading());
            String whyBefore = "";
            for (PlannedStep step : phase.steps()) {
                step(step, step.why().equals(whyBefore) ? "as for the step before." : step.why());
                whyBefore = step.why();
            }
        }
    }

    private void step(PlannedStep step, String why) {
        line("**`" + step.id() + "` " + step.title() + "**");
        line(String.join(
                "\n",
                "- Then: " + StepGlossary.words(step.apply()),
                "- Why: " + why,
                "- Takes: about " + DurationWords.of(step.expected()) + "; somebody must look after "
                        + DurationWords.of(step.limit()) + ".",
                "- Undo: " + undo(step.undo())));
    }

    private static String undo(Undo undo) {
        return undo.step()
                .map(step -> StepGlossary.words(step) + " " + undo.why())
                .orElseGet(() -> "none. " + undo.why());
    }

    private void rollback() {
        line("## The rollback");
        List<PlannedStep> undone = undone();
        if (undone.isEmpty()) {
            line("Nothing of this plan has to be taken back.");
            return;
        }
        line("From wherever the run stands, the undos of the steps that were begun are taken in this order"
                + plan.pointOfNoReturn()
                        .map(id -> "; once `" + id + "` is passed, there is none.")
                        .orElse("."));
        List<List<String>> rows = new ArrayList<>();
        for (PlannedStep step : undone) {
            Step undo = step.undo().step().orElseThrow();
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    "`" + step.id() + "`",
                    StepGlossary.words(undo),
                    step.undo().why()));
        }
        table(List.of("", "Takes back", "So that", "Effect"), rows);
    }

    /** The steps that a rollback undoes, in its order. */
    private List<PlannedStep> undone() {
        Optional<StepId> noReturn = plan.pointOfNoReturn();
        List<PlannedStep> undone = new ArrayList<>(plan.steps().stream()
                .takeWhile(step -> !noReturn.equals(Optional.of(step.id())))
                .filter(step -> step.undo().step().isPresent())
                .toList());
        Collections.reverse(undone);
        return undone;
    }

    private void clients() {
        line("## What the clients feel");
        bullets(StepGlossary::felt, "Nothing.");
    }

    private void beyond() {
        line("## What this plan does not protect from");
        bullets(StepGlossary::beyond, "Nothing is known.");
    }

    private void bullets(Function<Step, Optional<String>> question, String otherwise) {
        List<String> answers = plan.steps().stream()
                .map(PlannedStep::apply)
                .map(question)
                .flatMap(Optional::stream)
                .distinct()
                .map(answer -> "- " + answer)
                .toList();
        line(answers.isEmpty() ? otherwise : String.join("\n", answers));
    }

    private void facts() {
        line("## What the plan relies on");
        line("Compared with the cluster when the plan is approved and when its run starts.");
        table(
                List.of("Fact", "Value", "When it is another"),
                plan.facts().stream()
                        .map(fact -> List.of("`" + fact.name() + "`", fact.value(), consequence(fact.weight())))
                        .toList());
    }

    private static String consequence(Fact.Weight weight) {
        return switch (weight) {
            case INFORMATIVE -> "as safe as before";
            case REVIEW -> "review again";
            case BINDING -> "plan again";
        };
    }

    private void table(List<String> heads, List<List<String>> rows) {
        line(heads.stream().map(PlanMarkdown::cell).collect(Collectors.joining("|", "|", "|"))
                + "\n"
                + "|---".repeat(heads.size())
                + "|\n"
                + rows.stream().map(PlanMarkdown::row).collect(Collectors.joining("\n")));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(PlanMarkdown::cell).collect(Collectors.joining("|", "|", "|"));
    }

    private static String cell(String text) {
        return " " + text.replace("|", "\\|").replace("\n", " ") + " ";
    }

    private void line(String text) {
        page.append(page.length() == 0 ? "" : "\n").append(text).append('\n');
    }
}
