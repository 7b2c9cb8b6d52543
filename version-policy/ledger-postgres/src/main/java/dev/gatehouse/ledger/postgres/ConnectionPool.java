package dev.gatehouse.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/** Connections that are kept open for a server, which asks every second; a command needs none. */
public final class ConnectionPool implements AutoCloseable {
    private static final int MOST = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HikariDataSource source;

    /** Opens no connection yet. */
    public ConnectionPool(DataSource database) {
        var config = new HikariConfig();
        config.setDataSource(database);
        config.setPoolName("gatehouse");
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        // whoever asks first is told what is wrong, in a sentence of the store's
        config.setInitializationFailTimeout(-1);
        this.source = new HikariDataSource(config);
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}
