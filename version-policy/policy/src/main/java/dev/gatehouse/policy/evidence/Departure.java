package dev.gatehouse.policy.evidence;

import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.train.Ruling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moment in which a version went out, seen again.
 *
 * @param entry of the ledger that records it
 * @param rulings what every rule of the policy says of that moment
 * @param before the supported versions until then
 * @param after the supported versions from then on
 * @param difference why the policy, asked again, would not have recorded this entry; null when it would have
 */
record Departure(
        Entry entry,
        List<Ruling> rulings,
        SupportWindow before,
        SupportWindow after,
        @Nullable String difference) {
    Departure {
        rulings = List.copyOf(rulings);
    }

    String hotfix() {
        return entry.payload().path("hotfix").path("reason").asText("");
    }

    String breakGlass() {
        return entry.payload().path("breakGlass").path("reason").asText("");
    }
}
