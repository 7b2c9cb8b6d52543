package dev.gatehouse.cli.link;

import dev.gatehouse.cli.policy.PolicyOptions;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.settings.Organisation;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which Jira, and by which settings. */
public final class JiraOptions {
    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Option(
            names = "--site",
            paramLabel = "URL",
            description = "Where Jira is (default: " + Organisation.VARIABLE
                    + ", else the organisation's file). The policy file alone does not decide it.")
    private @Nullable String site;

    /** Throws {@link dev.gatehouse.findings.BadInput} when there are none, or none that the organisation agrees with. */
    public JiraSettings settings(Path directory) {
        return JiraSettings.required(file(directory), organisation());
    }

    /** As {@link #settings}; empty when the policy file says nothing of Jira, or there is no policy file. */
    public Optional<JiraSettings> find(Path directory) {
        return policy.exists(directory) ? JiraSettings.of(file(directory), organisation()) : Optional.empty();
    }

    GatehouseFile file(Path directory) {
        return policy.file(directory);
    }

    @Nullable
    GatehouseFile floor() {
        return policy.floor();
    }

    private Organisation organisation() {
        return Organisation.of(site, System.getenv(), policy.floor());
    }
}
