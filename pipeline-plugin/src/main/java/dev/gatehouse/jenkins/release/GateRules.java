package dev.gatehouse.jenkins.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.release.ReleaseRules;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The repository's policy as the build saw it, and the organisation's floor under it. */
final class GateRules {
    private static final Path NOWHERE = Path.of("");

    private GateRules() {}

    /** @throws BadInput with file and line when one of them is wrong */
    static ReleaseRules read(String name, String policy, String floor) {
        return ReleaseRules.read(file(name, policy), floor(floor));
    }

    static GatehouseFile file(String name, String text) {
        var file = GatehouseFile.parse(name, NOWHERE, text);
        file.mistakes().throwIfAny();
        return file;
    }

    /** Whether Jira has a say in releases. */
    static boolean asksJira(GatehouseFile file) {
        return file.section("trackers")
                .flatMap(trackers -> trackers.map().get("jira"))
                .flatMap(jira -> jira.map().get("release"))
                .isPresent();
    }

    static @Nullable GatehouseFile floor(String text) {
        return text.isBlank() ? null : file("the organisation's policy", text);
    }
}
