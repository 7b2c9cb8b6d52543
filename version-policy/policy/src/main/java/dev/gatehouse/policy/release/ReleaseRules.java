package dev.gatehouse.policy.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.train.ReleaseSettings;
import dev.gatehouse.policy.train.ReleaseTrain;
import org.jspecify.annotations.Nullable;

/**
 * All that a policy file and the organisation's floor say about releases.
 *
 * @param train none where neither has the section {@code release}: versions may then go out at any time
 */
public record ReleaseRules(
        SupportPolicy support,
        ApprovalPolicy approvals,
        @Nullable ReleaseTrain train) {

    /** Reads the sections {@code versions}, {@code approvals} and {@code release}; throws {@link BadInput}. */
    public static ReleaseRules read(GatehouseFile file, @Nullable GatehouseFile floor) {
        var floorKeys = floor == null ? null : floor.keys();
        return new ReleaseRules(
                SupportPolicy.read(file.keys(), floorKeys),
                ApprovalPolicy.read(file.keys(), floorKeys),
                ReleaseSettings.find(file, floor).map(ReleaseSettings::train).orElse(null));
    }
}
