package dev.gatehouse.policy.statement;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the evidence is; what is null is not given.
 *
 * @param folder of the statement's file, beside which the others are
 * @param ledger a file, or what else the command understands
 * @param key PEM file of the public keys that are trusted
 * @param documents folder of exported client version policies
 * @param adoption JSON of questions by track and version, as the server counts them
 * @param published address below which the files can be had; empty when they are not published
 */
public record Sources(
        Path folder,
        @Nullable Path policy,
        @Nullable Path floor,
        @Nullable String ledger,
        @Nullable Path key,
        @Nullable Path checkpoint,
        @Nullable Path report,
        @Nullable Path documents,
        @Nullable Path adoption,
        List<Path> bundles,
        String published) {
    public Sources {
        bundles = List.copyOf(bundles);
    }
}
