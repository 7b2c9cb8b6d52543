package dev.gatehouse.server.control.backup;

import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.server.control.vault.Vault;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a server keeps.
 *
 * @param files keys and secrets beside the ledger, by the name that they have in a backup
 */
public record Kept(LedgerStore ledger, Vault vault, Map<String, Path> files) {
    public Kept {
        files = Map.copyOf(files);
    }
}
