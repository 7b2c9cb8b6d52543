package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.keys.StoreForm;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * Which keys and algorithms are in use.
 *
 * @param fips whether a validated module has to do the work
 */
public record Cryptography(boolean fips) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var keys = evidence.keys();
        var module = evidence.module();
        var rows = new ArrayList<Grid.Row>();
        keys.forEach(key -> rows.add(row(
                "signatures",
                "ECDSA P-256 with SHA-256 (FIPS 186-5), in DSSE envelopes",
                "key " + PublicKeys.id(key))));
        rows.add(row("chain of the ledger", "SHA-256 (FIPS 180-4)", "no key"));
        rows.add(row("store of the private keys", StoreForm.here().protection(), "passphrase"));
        if (module != null) {
            rows.add(row("all of these", module.name() + " " + module.version(), module.certificate()));
        }
        var by = module == null
                ? "The Java platform's own providers do the work, which are no validated module."
                : "%s %s (%s) does the work of Gatehouse itself, approved algorithms only; scan engines run outside of it."
                        .formatted(module.name(), module.version(), module.certificate());
        return Answer.of(
                        !fips || module != null,
                        "%d trusted key%s, all ECDSA P-256. %s".formatted(keys.size(), keys.size() == 1 ? "" : "s", by),
                        evidence.proof(Evidence.given(evidence.sources().key(), "key")))
                .with(new Grid(List.of("For", "Algorithm", "Key"), rows));
    }

    private static Grid.Row row(String... cells) {
        return new Grid.Row(null, List.of(cells));
    }
}
