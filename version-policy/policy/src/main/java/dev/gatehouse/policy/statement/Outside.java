package dev.gatehouse.policy.statement;

import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.module.CryptoModule;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What only the command knows.
 *
 * @param ledgers opens the ledger of that name
 * @param access a new book that learns of grants from a ledger
 * @param module the validated module that does the cryptography; null when none does
 */
public record Outside(
        Function<String, LedgerStore> ledgers,
        Supplier<AccessBook> access,
        @Nullable CryptoModule module) {}
