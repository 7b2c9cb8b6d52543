package dev.gatehouse.cli.serve;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.ledger.postgres.ConnectionPool;
import dev.gatehouse.ledger.postgres.PostgresAddress;
import dev.gatehouse.ledger.postgres.PostgresDocuments;
import dev.gatehouse.ledger.postgres.PostgresLedger;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.server.control.vault.FileVault;
import dev.gatehouse.server.control.vault.Vault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a server's ledger and documents are: in its folder, or in a database.
 *
 * @param pool of connections; empty without a database
 */
record Stores(LedgerStore ledger, Vault vault, Optional<ConnectionPool> pool) implements AutoCloseable {

    /** Refuses what is no address of a database. */
    static @Nullable String checked(@Nullable String database) {
        if (database != null && !PostgresAddress.isOne(database)) {
            throw new BadInput("--database is no address such as jdbc:postgresql://host/database?user=name");
        }
        return database;
    }

    static Stores of(@Nullable String database, DataFolder data) {
        if (database == null) {
            return new Stores(new FileLedger(data.ledger()), new FileVault(data.vault()), Optional.empty());
        }
        var address = PostgresAddress.parse(String.valueOf(checked(database)));
        var pool = new ConnectionPool(address.dataSource(System.getenv("GATEHOUSE_LEDGER_PASSWORD")));
        try {
            return new Stores(
                    new PostgresLedger(pool.source(), address.toString()),
                    new DatabaseVault(new PostgresDocuments(pool.source(), address.toString())),
                    Optional.of(pool));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    @Override
    public void close() {
        pool.ifPresent(ConnectionPool::close);
    }
}
