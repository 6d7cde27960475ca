package io.convoy.execution;

import io.convoy.base.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** One durable Quartz job per run, its key the run's id, with one trigger that moves on with the run. */
@ApplicationScoped
class QuartzRunTriggers implements RunTriggers {

    private static final String GROUP = "run";

    private final Scheduler quartz;

    QuartzRunTriggers(Scheduler quartz) {
        this.quartz = quartz;
    }

    @Override
    public void next(RunId run, Instant at) {
        try {
            ensureJob(run);
            TriggerKey key = TriggerKey.triggerKey(run.toString(), GROUP);
            Trigger trigger =
                    trigger(run).withIdentity(key).startAt(Date.from(at)).build();
            if (quartz.rescheduleJob(key, trigger) == null) {
                quartz.scheduleJob(trigger);
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not take the next look at run " + run, e);
        }
    }

    @Override
    public void nudge(RunId run) {
        try {
            ensureJob(run);
            quartz.scheduleJob(trigger(run).startNow().build());
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not take a look at run " + run, e);
        }
    }

    @Override
    public boolean exists(RunId run) {
        try {
            return !quartz.getTriggersOfJob(job(run)).isEmpty();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not tell about run " + run, e);
        }
    }

    @Override
    public void remove(RunId run) {
        try {
            quartz.deleteJob(job(run));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not let go of run " + run, e);
        }
    }

    private void ensureJob(RunId run) throws SchedulerException {
        if (!quartz.checkExists(job(run))) {
            JobDetail detail = JobBuilder.newJob(RunJob.class)
                    .withIdentity(job(run))
                    .storeDurably()
                    .requestRecovery()
                    .build();
            quartz.addJob(detail, true);
        }
    }

    private static TriggerBuilder<? extends Trigger> trigger(RunId run) {
        return TriggerBuilder.newTrigger()
                .forJob(job(run))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow());
    }

    private static JobKey job(RunId run) {
        return JobKey.jobKey(run.toString(), GROUP);
    }
}
