package io.convoy.plan;

public final class PlanMarkdown {
    private PlanMarkdown() {}

    public static String of(ChangePlan plan) {
        return PlanForm.yaml(plan);
    }
}
