package io.convoy.execution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Creates the tables of Quartz' job store from the script that Quartz itself ships. */
public final class QuartzTables implements JavaMigration {

    private static final String SCRIPT = "org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("9");
    }

    @Override
    public String getDescription() {
        return "quartz";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String command : script().split(";", -1)) {
                if (creates(command)) {
                    statement.execute(command);
                }
            }
        }
    }

    /** The script begins with DROP and ends with COMMIT, both of which are Flyway's business. */
    private static boolean creates(String command) {
        return command.toUpperCase(java.util.Locale.ROOT).contains("CREATE ");
    }

    private static String script() throws IOException {
        try (InputStream script = Thread.currentThread().getContextClassLoader().getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IOException("Quartz no longer ships " + SCRIPT);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        }
    }
}
