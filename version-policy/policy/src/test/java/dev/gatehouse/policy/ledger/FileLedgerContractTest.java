package dev.gatehouse.policy.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerContractTest extends LedgerStoreContract {
    @TempDir
    Path folder;

    @Override
    protected LedgerStore open() {
        return new FileLedger(folder.resolve("ledger.jsonl"));
    }
}
