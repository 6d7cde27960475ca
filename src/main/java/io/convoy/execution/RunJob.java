package io.convoy.execution;

import io.convoy.base.RunId;
import jakarta.enterprise.context.Dependent;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Takes one look at one run. */
@Dependent
@DisallowConcurrentExecution
class RunJob implements Job {

    private final Runner runner;

    RunJob(Runner runner) {
        this.runner = runner;
    }

    @Override
    public void execute(JobExecutionContext context) {
        runner.advance(RunId.parse(context.getJobDetail().getKey().getName()));
    }
}
