package io.convoy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Plain Quartz, clustered, one durable job and one trigger per run: {@code url runs periodMillis tuned|defaults}. */
@SuppressWarnings({"NullAway.Init", "JavaUtilDate"})
public final class BenchQuartz {

    private static DataSource database;
    private static Duration period;

    private BenchQuartz() {}

    public static void main(String[] arguments) throws Exception {
        database = BenchDatabase.pool(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        period = Duration.ofMillis(Long.parseLong(arguments[2]));
        DBConnectionManager.getInstance().addConnectionProvider("bench", new Pool());
        Scheduler quartz = new StdSchedulerFactory(settings(arguments[3].equals("tuned"))).getScheduler();
        for (int i = 0; i < runs; i++) {
            JobKey key = JobKey.jobKey("run-" + i);
            if (!quartz.checkExists(key)) {
                quartz.scheduleJob(
                        JobBuilder.newJob(Look.class)
                                .withIdentity(key)
                                .storeDurably()
                                .requestRecovery()
                                .build(),
                        TriggerBuilder.newTrigger()
                                .withIdentity("run-" + i)
                                .startAt(new Date(System.currentTimeMillis() + period.toMillis() * i / runs))
                                .build());
            }
        }
        quartz.start();
        System.out.println("ready");
    }

    private static Properties settings(boolean tuned) {
        Properties settings = new Properties();
        settings.put("org.quartz.scheduler.instanceName", "bench");
        settings.put("org.quartz.scheduler.instanceId", "AUTO");
        settings.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.put("org.quartz.threadPool.threadCount", "16");
        settings.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.put("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        settings.put("org.quartz.jobStore.dataSource", "bench");
        settings.put("org.quartz.jobStore.isClustered", "true");
        if (tuned) {
            settings.put("org.quartz.scheduler.idleWaitTime", "1000");
            settings.put("org.quartz.jobStore.clusterCheckinInterval", "1000");
        }
        return settings;
    }

    static void createTables(DataSource database) throws IOException, SQLException {
        try (InputStream script = BenchQuartz.class
                .getClassLoader()
                .getResourceAsStream("org/quartz/impl/jdbcjobstore/tables_postgres.sql")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String command : text.split(";", -1)) {
                if (!command.isBlank() && !command.contains("COMMIT")) {
                    BenchDatabase.execute(database, command);
                }
            }
        }
    }

    /** One look: a small transaction, and the next look a period later. */
    @DisallowConcurrentExecution
    public static final class Look implements Job {

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            long late =
                    System.currentTimeMillis() - context.getScheduledFireTime().getTime();
            String run = context.getJobDetail().getKey().getName();
            try {
                BenchDatabase.look(database, "quartz", run, late);
                BenchLong.hangIfLong(period);
                context.getScheduler()
                        .rescheduleJob(
                                context.getTrigger().getKey(),
                                TriggerBuilder.newTrigger()
                                        .withIdentity(context.getTrigger().getKey())
                                        .forJob(context.getJobDetail().getKey())
                                        .startAt(new Date(System.currentTimeMillis() + period.toMillis()))
                                        .build());
            } catch (Exception e) {
                throw new JobExecutionException(e);
            }
        }
    }

    private static final class Pool implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }
}
