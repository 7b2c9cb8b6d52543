package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.git.TagPattern;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.train.ReleaseSettings;
import org.jspecify.annotations.Nullable;

/** A policy file, and the organisation's floor under it. */
public record Rules(GatehouseFile file, @Nullable GatehouseFile floor) {

    /** How the versions of a product are tagged; the default where the policy has no release train. */
    public TagPattern tags(@Nullable String product) {
        return ReleaseSettings.find(file, floor)
                .map(settings -> settings.product(product).tags())
                .orElse(TagPattern.DEFAULT);
    }

    /** What decisions on releases go by. */
    ReleaseRules releases() {
        return ReleaseRules.read(file, floor);
    }
}
