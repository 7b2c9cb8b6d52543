package dev.gatehouse.policy.statement;

import dev.gatehouse.policy.ledger.LedgerStore;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What only the command knows.
 *
 * @param ledgers opens the ledger of that name
 * @param grants the access in force at a time, from a ledger
 * @param module the validated module that does the cryptography; null when none does
 */
public record Outside(
        Function<String, LedgerStore> ledgers,
        BiFunction<LedgerStore, Instant, List<AccessGrant>> grants,
        @Nullable CryptoModule module) {}
