package io.convoy.cli;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database as the schedulers of the benchmark use it, and the small transaction that each look is. */
final class BenchDatabase {

    /** What every contestant writes once per look. */
    static final String TABLE = """
            create table if not exists bench_look (
                contestant text not null, run text not null, late_millis double precision not null,
                at timestamptz not null default clock_timestamp(), process text not null)
            """;

    private static final String LOOK =
            "insert into bench_look (contestant, run, late_millis, process) values (?, ?, ?, ?)";

    private BenchDatabase() {}

    static DataSource pool(String url) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(30)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal("postgres"))
                                .credential(new SimplePassword("postgres")))));
    }

    static void look(DataSource database, String contestant, String run, long lateMillis) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setString(1, contestant);
            statement.setString(2, run);
            statement.setDouble(3, (double) lateMillis);
            statement.setString(4, Long.toString(ProcessHandle.current().pid()));
            statement.executeUpdate();
        }
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
