package shop.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.h2.jdbcx.JdbcConnectionPool;

/** Products and orders in an H2 database in memory; gone when the process ends. */
public final class Database {
    private final JdbcConnectionPool pool;

    private Database(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    public static Database create() throws SQLException {
        var name = randomHex();
        var database = new Database(
                JdbcConnectionPool.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "shop", randomHex()));
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE product (name VARCHAR(80), price DECIMAL(8, 2), listed BOOLEAN)");
            statement.execute("""
                    INSERT INTO product VALUES ('Green tea', 4.50, TRUE), ('Black tea', 3.90, TRUE),
                    ('Teapot', 24.00, TRUE), ('Cup', 6.00, TRUE), ('Secret blend', 99.00, FALSE)""");
            statement.execute("CREATE TABLE purchase (id INT PRIMARY KEY, owner VARCHAR(20), content VARCHAR(80))");
            statement.execute("INSERT INTO purchase VALUES (1, 'ada', 'Green tea, Cup'), (2, 'linus', 'Teapot')");
            statement.execute("CREATE TABLE account (name VARCHAR(20) PRIMARY KEY, password VARCHAR(200))");
        }
        return database;
    }

    public Connection connect() throws SQLException {
        return pool.getConnection();
    }

    private static String randomHex() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
