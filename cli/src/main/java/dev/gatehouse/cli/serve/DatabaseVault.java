package dev.gatehouse.cli.serve;

import dev.gatehouse.ledger.postgres.PostgresDocuments;
import dev.gatehouse.server.control.vault.Vault;
import java.util.List;
import java.util.Optional;

/** The server's documents in a database that several servers share. */
final class DatabaseVault implements Vault {
    private final PostgresDocuments documents;

    DatabaseVault(PostgresDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Stored> read(String name) {
        return documents.read(name).map(document -> new Stored(document.version(), document.content()));
    }

    @Override
    public boolean write(String name, long expected, byte[] content) {
        return documents.write(name, expected, content);
    }

    @Override
    public void delete(String name) {
        documents.delete(name);
    }

    @Override
    public List<String> names(String prefix) {
        return documents.names(prefix);
    }

    @Override
    public String place() {
        return documents.name();
    }
}
