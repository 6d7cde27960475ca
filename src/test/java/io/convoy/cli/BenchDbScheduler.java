package io.convoy.cli;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** db-scheduler, one task instance per run: {@code url runs periodMillis tuned|defaults}. */
public final class BenchDbScheduler {

    static final String TABLE = """
            create table scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea,
                execution_time timestamp with time zone not null, picked boolean not null, picked_by text,
                last_success timestamp with time zone, last_failure timestamp with time zone, consecutive_failures int,
                last_heartbeat timestamp with time zone, version bigint not null, priority smallint,
                primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            """;

    private BenchDbScheduler() {}

    public static void main(String[] arguments) throws Exception {
        DataSource database = BenchDatabase.pool(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        Duration period = Duration.ofMillis(Long.parseLong(arguments[2]));
        CustomTask<Void> look = Tasks.custom("look", Void.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Instant due = context.getExecution().executionTime;
                    String run = instance.getId();
                    try {
                        BenchDatabase.look(
                                database,
                                "db-scheduler",
                                run,
                                Duration.between(due, Instant.now()).toMillis());
                        BenchLong.hangIfLong(period);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return (complete, operations) ->
                            operations.reschedule(complete, Instant.now().plus(period));
                });
        SchedulerBuilder builder = Scheduler.create(database, look).threads(16);
        if (arguments[3].equals("tuned")) {
            builder.pollUsingLockAndFetch(1.0, 4.0)
                    .pollingInterval(Duration.ofMillis(50))
                    .heartbeatInterval(Duration.ofSeconds(1))
                    .missedHeartbeatsLimit(4);
        }
        Scheduler scheduler = builder.build();
        Instant now = Instant.now();
        for (int i = 0; i < runs; i++) {
            scheduler.scheduleIfNotExists(
                    look.instance("run-" + i), now.plusMillis(Math.abs(period.toMillis()) * i / runs));
        }
        scheduler.start();
        System.out.println("ready");
    }
}
